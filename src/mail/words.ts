import type { Locale } from '#domain/markets'

type Words = Record<Locale, string>

/** The words of every mail. `{name}` stands for a value. The house says "we"; German says "Sie". */
const table = {
  greeting: { en: 'Hello {name},', it: 'Buongiorno {name},', de: 'Guten Tag {name},' },
  signature: { en: 'Your Molini shop', it: 'Il negozio Molini', de: 'Ihr Molini-Laden' },
  questions: {
    en: 'Questions? Answer this mail. A person reads it.',
    it: 'Domande? Basta rispondere a questa mail: la legge una persona.',
    de: 'Fragen? Antworten Sie auf diese Mail. Ein Mensch liest sie.',
  },
  order: { en: 'Order {number}', it: 'Ordine {number}', de: 'Bestellung {number}' },
  seeOrder: { en: 'See your order', it: 'L’ordine nel dettaglio', de: 'Bestellung ansehen' },
  size: { en: 'size {size}', it: 'taglia {size}', de: 'Größe {size}' },
  narrow: { en: 'Narrow', it: 'Stretta', de: 'Schmal' },
  wide: { en: 'Wide', it: 'Larga', de: 'Weit' },
  pairs: { en: '{count} x {price}', it: '{count} x {price}', de: '{count} x {price}' },
  subtotal: { en: 'Goods', it: 'Articoli', de: 'Ware' },
  gift: { en: 'A gift', it: 'Un omaggio', de: 'Ein Geschenk' },
  discount: { en: 'Discount', it: 'Sconto', de: 'Rabatt' },
  shipping: { en: 'Delivery', it: 'Consegna', de: 'Versand' },
  taxContained: { en: 'VAT {rate} contained', it: 'IVA {rate} inclusa', de: 'Enthaltene MwSt. {rate}' },
  taxAdded: { en: 'Tax {rate}', it: 'Imposta {rate}', de: 'Steuer {rate}' },
  reverseCharge: {
    en: 'Without VAT: reverse charge. You owe it in your own country (Directive 2006/112/EC, Article 138).',
    it: 'Senza IVA: inversione contabile. L’imposta è dovuta nel Paese dell’acquirente (direttiva 2006/112/CE, articolo 138).',
    de: 'Ohne MwSt.: Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge; Richtlinie 2006/112/EG, Artikel 138).',
  },
  billTo: { en: 'Invoice to', it: 'Fattura a', de: 'Rechnung an' },
  collectAt: { en: 'Collect at', it: 'Ritiro presso', de: 'Abholung bei' },
  total: { en: 'Total', it: 'Totale', de: 'Gesamt' },
  deliverTo: { en: 'Delivered to', it: 'Consegna a', de: 'Lieferung an' },

  drawConfirmSubject: {
    en: 'Confirm your entry: {product}, size {size}',
    it: 'Confermare l’iscrizione: {product}, taglia {size}',
    de: 'Bestätigen Sie Ihre Teilnahme: {product}, Größe {size}',
  },
  drawConfirmHeading: {
    en: 'Do you want to be in the draw?',
    it: 'Partecipare al sorteggio?',
    de: 'Möchten Sie an der Verlosung teilnehmen?',
  },
  drawConfirmText: {
    en: 'Somebody, we think you, wants to enter this address in the draw for {product}, size {size}. The entry counts once you confirm it, until {drawAt}. If it was not you, do nothing.',
    it: 'Qualcuno vuole iscrivere questo indirizzo al sorteggio per {product}, taglia {size}. L’iscrizione vale solo dopo la conferma, entro {drawAt}. Se la richiesta non è partita da lì, basta non fare nulla.',
    de: 'Jemand, wir denken Sie, möchte diese Adresse zur Verlosung anmelden: {product}, Größe {size}. Die Teilnahme zählt, sobald Sie sie bestätigen, bis {drawAt}. Waren Sie es nicht, tun Sie nichts.',
  },
  drawConfirmButton: { en: 'Yes, enter me', it: 'Sì, partecipo', de: 'Ja, ich nehme teil' },
  drawEnteredSubject: {
    en: 'You are in the draw: {product}, size {size}',
    it: 'Iscrizione al sorteggio: {product}, taglia {size}',
    de: 'Sie nehmen teil: {product}, Größe {size}',
  },
  drawEnteredHeading: {
    en: 'You are in the draw',
    it: 'L’iscrizione è confermata',
    de: 'Sie nehmen an der Verlosung teil',
  },
  drawEnteredText: {
    en: 'We draw for {product}, size {size}, on {drawAt}, and write to you either way. It does not matter when you entered: every entry has the same chance.',
    it: 'Il sorteggio per {product}, taglia {size}, è fissato per {drawAt}. L’esito arriva in ogni caso per mail. Il momento dell’iscrizione non conta: tutti hanno la stessa probabilità.',
    de: 'Wir losen {product}, Größe {size}, aus: {drawAt}. Sie hören in jedem Fall von uns. Wann Sie sich angemeldet haben, spielt keine Rolle: Alle haben dieselbe Chance.',
  },
  drawShoeButton: { en: 'To the shoe', it: 'Alla scarpa', de: 'Zum Schuh' },
  drawWonSubject: {
    en: 'You are drawn: {product}, size {size}',
    it: 'Sorteggio vinto: {product}, taglia {size}',
    de: 'Sie sind gezogen: {product}, Größe {size}',
  },
  drawWonHeading: {
    en: 'A pair is yours, if you want it',
    it: 'Un paio è riservato',
    de: 'Ein Paar gehört Ihnen, wenn Sie möchten',
  },
  drawWonText: {
    en: 'You have place {place} in the draw for {product}, and a pair in size {size} is held for you until {heldUntil}. The button puts it into your bag. Unused, it goes to whoever was drawn next.',
    it: 'Posto {place} nel sorteggio per {product}: un paio nella taglia {size} è riservato fino a {heldUntil}. Il pulsante lo mette nel carrello. Se non viene acquistato, passa al posto successivo.',
    de: 'Sie haben Platz {place} in der Verlosung von {product}, und ein Paar in Größe {size} ist bis {heldUntil} für Sie zurückgelegt. Der Knopf legt es in den Warenkorb. Ungenutzt geht es an den nächsten Platz.',
  },
  drawWaitingSubject: {
    en: 'Not drawn yet: {product}, size {size}',
    it: 'Sorteggio, per ora senza paio: {product}, taglia {size}',
    de: 'Noch nicht gezogen: {product}, Größe {size}',
  },
  drawWaitingHeading: {
    en: 'The pairs have gone to others',
    it: 'Le paia sono andate ad altri',
    de: 'Die Paare gingen an andere',
  },
  drawWaitingText: {
    en: 'You have place {place} in the draw for {product}, and {next} in the queue for size {size}. If a pair comes free, it is held for you and we write to you.',
    it: 'Posto {place} nel sorteggio per {product}, {next} nella coda per la taglia {size}. Se si libera un paio, viene riservato e lo comunichiamo per mail.',
    de: 'Sie haben Platz {place} in der Verlosung von {product} und {next} in der Reihe für Größe {size}. Wird ein Paar frei, legen wir es für Sie zurück und schreiben Ihnen.',
  },
  drawMovedSubject: {
    en: 'The draw is at another time: {product}, size {size}',
    it: 'Sorteggio in un altro momento: {product}, taglia {size}',
    de: 'Die Verlosung ist zu einer anderen Zeit: {product}, Größe {size}',
  },
  drawMovedHeading: {
    en: 'The draw was moved',
    it: 'Il sorteggio è stato spostato',
    de: 'Die Verlosung wurde verlegt',
  },
  drawMovedText: {
    en: 'The draw for {product}, size {size}, is now on {drawAt}. You are still in it, with the same chance as everybody. If the new time does not suit you, the link below takes you out.',
    it: 'Il sorteggio per {product}, taglia {size}, è ora fissato per {drawAt}. L’iscrizione resta valida, con la stessa probabilità di tutte. Se il nuovo momento non va bene, il link qui sotto permette di ritirarsi.',
    de: 'Wir losen {product}, Größe {size}, zu einer anderen Zeit aus: {drawAt}. Sie nehmen weiter teil, mit derselben Chance wie alle. Passt Ihnen die neue Zeit nicht, melden Sie sich mit dem Link unten ab.',
  },
  drawOffSubject: {
    en: 'There is no draw for {product}',
    it: 'Il sorteggio per {product} non si tiene',
    de: 'Die Verlosung von {product} findet nicht statt',
  },
  drawOffHeading: {
    en: 'The draw was called off',
    it: 'Il sorteggio è annullato',
    de: 'Die Verlosung wurde abgesagt',
  },
  drawOffText: {
    en: 'We are sorry: there will be no draw for {product}. Your entry has ended, and we keep nothing of it. Its page says whether and how it can be bought.',
    it: 'Ci dispiace: il sorteggio per {product} non si terrà. L’iscrizione è cancellata e non ne conserviamo nulla. La pagina della scarpa dice se e come acquistarla.',
    de: 'Es tut uns leid: Für {product} wird es keine Verlosung geben. Ihre Teilnahme ist beendet, wir behalten nichts davon. Auf der Seite des Schuhs steht, ob und wie man ihn kaufen kann.',
  },
  drawEntry: {
    en: 'Number of your entry, to check the draw with: {entry}',
    it: 'Numero dell’iscrizione, per verificare il sorteggio: {entry}',
    de: 'Nummer Ihrer Teilnahme, mit der sich die Verlosung prüfen lässt: {entry}',
  },
  drawFingerprint: {
    en: 'Fingerprint of the seed: {fingerprint}',
    it: 'Impronta del seme: {fingerprint}',
    de: 'Fingerabdruck des Startwerts: {fingerprint}',
  },
  drawLeave: {
    en: 'Leave the draw',
    it: 'Ritirarsi dal sorteggio',
    de: 'Nicht mehr teilnehmen',
  },

  reviewAskSubject: {
    en: 'How do the pairs of order {number} fit?',
    it: 'Come calzano le scarpe dell’ordine {number}?',
    de: 'Wie passen die Paare der Bestellung {number}?',
  },
  reviewAskHeading: {
    en: 'A few words for the next buyer',
    it: 'Due parole per chi le sceglierà dopo',
    de: 'Ein paar Worte für die Nächsten',
  },
  reviewAskText: {
    en: 'Your order {number} has been with you for some days. Tell others how the pairs fit and how they wear: stars are enough, words help more. We show good and bad opinions alike.',
    it: 'L’ordine {number} è arrivato da qualche giorno. Come calzano le scarpe, come si portano? Bastano le stelle, le parole aiutano di più. Pubblichiamo le opinioni buone e quelle cattive.',
    de: 'Ihre Bestellung {number} ist seit einigen Tagen bei Ihnen. Sagen Sie anderen, wie die Paare passen und sich tragen: Sterne genügen, Worte helfen mehr. Wir zeigen gute wie schlechte Meinungen.',
  },
  reviewAskCareSubject: {
    en: 'How do you like what came with order {number}?',
    it: 'Come va ciò che è arrivato con l’ordine {number}?',
    de: 'Wie gefällt Ihnen, was mit Bestellung {number} kam?',
  },
  reviewAskCareText: {
    en: 'Your order {number} has been with you for some days. Tell others what you use it for and how it does: stars are enough, words help more. We show good and bad opinions alike.',
    it: 'L’ordine {number} è arrivato da qualche giorno. Per che cosa serve, come va? Bastano le stelle, le parole aiutano di più. Pubblichiamo le opinioni buone e quelle cattive.',
    de: 'Ihre Bestellung {number} ist seit einigen Tagen bei Ihnen. Sagen Sie anderen, wofür Sie verwenden, was darin war, und wie es sich bewährt: Sterne genügen, Worte helfen mehr. Wir zeigen gute wie schlechte Meinungen.',
  },
  reviewAskButton: { en: 'Write a review', it: 'Scrivere una recensione', de: 'Bewertung schreiben' },
  reviewAskOnce: {
    en: 'We ask once for each order.',
    it: 'Lo chiediamo una volta per ordine.',
    de: 'Wir fragen einmal je Bestellung.',
  },
  reviewAskStop: {
    en: 'Never ask me again',
    it: 'Non chiedetemelo più',
    de: 'Nicht mehr fragen',
  },
  reviewRejectedSubject: {
    en: 'Your review of order {number} is not shown',
    it: 'La recensione dell’ordine {number} non è stata pubblicata',
    de: 'Ihre Bewertung zur Bestellung {number} wird nicht gezeigt',
  },
  reviewRejectedHeading: {
    en: 'We do not show this review',
    it: 'Questa recensione non viene pubblicata',
    de: 'Diese Bewertung zeigen wir nicht',
  },
  reviewRejectedText: {
    en: 'Thank you for writing. We cannot show this review, because: {note}. If you see it differently, answer this mail.',
    it: 'Grazie per aver scritto. Non possiamo pubblicare la recensione, perché: {note}. In caso di disaccordo basta rispondere a questa mail.',
    de: 'Danke für Ihre Zeilen. Wir können diese Bewertung nicht zeigen, weil: {note}. Wenn Sie das anders sehen, antworten Sie auf diese Mail.',
  },

  signInLinkSubject: { en: 'Sign in to Molini', it: 'Accedere a Molini', de: 'Bei Molini anmelden' },
  signInLinkHeading: { en: 'Your link to sign in', it: 'Il link per accedere', de: 'Ihr Link zum Anmelden' },
  signInLinkText: {
    en: 'The button signs you in. The link is good for a quarter of an hour, and once. If you did not ask for it, do nothing: nobody gets in without it.',
    it: 'Il pulsante apre l’account. Il link vale un quarto d’ora e una sola volta. Se la richiesta non è partita da lì, basta non fare nulla: senza il link non entra nessuno.',
    de: 'Mit dem Knopf melden Sie sich an. Der Link gilt eine Viertelstunde und nur einmal. Haben Sie ihn nicht angefordert, tun Sie nichts: Ohne ihn kommt niemand hinein.',
  },
  signInLinkButton: { en: 'Sign in', it: 'Accedere', de: 'Anmelden' },
  newEmailSubject: {
    en: 'Confirm your new address',
    it: 'Confermare il nuovo indirizzo',
    de: 'Bestätigen Sie Ihre neue Adresse',
  },
  newEmailHeading: {
    en: 'Is this your address?',
    it: 'È questo l’indirizzo giusto?',
    de: 'Ist das Ihre Adresse?',
  },
  newEmailText: {
    en: 'Somebody, we think you, wants to use this address for an account at Molini. The link asks once more and is good for an hour. If it was not you, do nothing.',
    it: 'Qualcuno vuole usare questo indirizzo per un account Molini. Il link chiede un’ultima conferma e vale un’ora. Se la richiesta non è partita da lì, basta non fare nulla.',
    de: 'Jemand, wir denken Sie, möchte diese Adresse für ein Konto bei Molini verwenden. Der Link fragt noch einmal nach und gilt eine Stunde. Waren Sie es nicht, tun Sie nichts.',
  },
  newEmailButton: { en: 'Use this address', it: 'Usare questo indirizzo', de: 'Diese Adresse verwenden' },
  emailAskedSubject: {
    en: 'A new address for your account',
    it: 'Un nuovo indirizzo per l’account',
    de: 'Eine neue Adresse für Ihr Konto',
  },
  emailAskedHeading: {
    en: 'Did you ask for a new address?',
    it: 'È stato chiesto un nuovo indirizzo',
    de: 'Möchten Sie eine neue Adresse?',
  },
  emailAskedText: {
    en: 'Somebody who is signed in to your account has asked to change its address. Nothing changes before the new address is confirmed. If it was not you, sign out everywhere else and choose a new password.',
    it: 'Da una sessione aperta è stato chiesto di cambiare l’indirizzo dell’account. Finché il nuovo indirizzo non è confermato, non cambia nulla. Se la richiesta non è partita da lì, conviene uscire da tutti gli altri dispositivi e scegliere una nuova password.',
    de: 'Jemand, der in Ihrem Konto angemeldet ist, möchte dessen Adresse ändern. Bevor die neue Adresse bestätigt ist, ändert sich nichts. Waren Sie es nicht, melden Sie alle anderen Geräte ab und wählen Sie ein neues Passwort.',
  },
  securityButton: {
    en: 'See who is signed in',
    it: 'Vedere i dispositivi',
    de: 'Angemeldete Geräte ansehen',
  },
  emailChangedSubject: {
    en: 'Your account has a new address',
    it: 'L’account ha un nuovo indirizzo',
    de: 'Ihr Konto hat eine neue Adresse',
  },
  emailChangedHeading: {
    en: 'We write to your new address from now on',
    it: 'Da ora scriviamo al nuovo indirizzo',
    de: 'Ab jetzt schreiben wir an Ihre neue Adresse',
  },
  emailChangedText: {
    en: 'The address of your account was changed, and the new one confirmed. If it was not you, write to us at once.',
    it: 'L’indirizzo dell’account è cambiato e quello nuovo è confermato. Se la richiesta non è partita da lì, è bene scriverci subito.',
    de: 'Die Adresse Ihres Kontos wurde geändert und die neue bestätigt. Waren Sie es nicht, schreiben Sie uns sofort.',
  },
  contactButton: { en: 'Write to us', it: 'Scriverci', de: 'Uns schreiben' },

  factorOnSubject: {
    en: 'Your account now asks for a code',
    it: 'Ora l’account chiede un codice',
    de: 'Ihr Konto fragt jetzt nach einem Code',
  },
  factorOnHeading: {
    en: 'The second step is on',
    it: 'Il secondo passaggio è attivo',
    de: 'Der zweite Schritt ist eingeschaltet',
  },
  factorOnText: {
    en: 'From now on signing in asks for a code of your app, too. If this was not you, write to us at once: we take it away again.',
    it: 'Da ora, per accedere, serve anche un codice dell’app. Se la richiesta non è partita da lì, conviene scriverci subito: lo disattiviamo noi.',
    de: 'Ab jetzt fragt die Anmeldung auch nach einem Code Ihrer App. Waren Sie es nicht, schreiben Sie uns sofort: Wir nehmen ihn wieder weg.',
  },
  googleLinkedSubject: {
    en: 'Your account now opens with Google, too',
    it: 'Ora si accede all’account anche con Google',
    de: 'Ihr Konto öffnet sich jetzt auch mit Google',
  },
  googleLinkedHeading: {
    en: 'Google is linked',
    it: 'Google è collegato',
    de: 'Google ist verbunden',
  },
  googleLinkedText: {
    en: 'From now on the Google account of this address signs in here. If this was not you, unlink it under Security, sign out everywhere else, and write to us.',
    it: 'Da ora l’account Google di questo indirizzo dà accesso anche qui. Se la richiesta non è partita da lì, conviene scollegarlo in Sicurezza, uscire da tutti gli altri dispositivi e scriverci.',
    de: 'Ab jetzt meldet das Google-Konto dieser Adresse auch hier an. Waren Sie es nicht, trennen Sie es unter Sicherheit, melden Sie alle anderen Geräte ab und schreiben Sie uns.',
  },
  passkeyAddedSubject: {
    en: 'Your account now opens with a passkey, too',
    it: 'Ora si accede all’account anche con una passkey',
    de: 'Ihr Konto öffnet sich jetzt auch mit einem Passkey',
  },
  passkeyAddedHeading: {
    en: 'A passkey was added',
    it: 'È stata aggiunta una passkey',
    de: 'Ein Passkey wurde hinzugefügt',
  },
  passkeyAddedText: {
    en: 'From now on it signs in here, without password and code. If this was not you, remove it under Security, sign out everywhere else, and write to us.',
    it: 'Da ora dà accesso qui, senza password e senza codice. Se la richiesta non è partita da lì, conviene toglierla in Sicurezza, uscire da tutti gli altri dispositivi e scriverci.',
    de: 'Ab jetzt meldet er hier an, ohne Passwort und Code. Waren Sie es nicht, entfernen Sie ihn unter Sicherheit, melden Sie alle anderen Geräte ab und schreiben Sie uns.',
  },
  googleUnlinkedSubject: {
    en: 'Your account no longer opens with Google',
    it: 'L’account non si apre più con Google',
    de: 'Ihr Konto öffnet sich nicht mehr mit Google',
  },
  googleUnlinkedHeading: {
    en: 'Google is unlinked',
    it: 'Google non è più collegato',
    de: 'Google ist getrennt',
  },
  googleUnlinkedText: {
    en: 'The Google account of this address no longer signs in here. If this was not you, choose a new password under Security, sign out everywhere else, and write to us.',
    it: 'L’account Google di questo indirizzo non dà più accesso qui. Se la richiesta non è partita da lì, conviene scegliere una nuova password in Sicurezza, uscire da tutti gli altri dispositivi e scriverci.',
    de: 'Das Google-Konto dieser Adresse meldet hier nicht mehr an. Waren Sie es nicht, wählen Sie unter Sicherheit ein neues Passwort, melden Sie alle anderen Geräte ab und schreiben Sie uns.',
  },
  passkeyRemovedSubject: {
    en: 'A passkey of your account was removed',
    it: 'È stata tolta una passkey dell’account',
    de: 'Ein Passkey Ihres Kontos wurde entfernt',
  },
  passkeyRemovedHeading: {
    en: 'A passkey is gone',
    it: 'Una passkey è stata tolta',
    de: 'Ein Passkey ist entfernt',
  },
  passkeyRemovedText: {
    en: 'It opens your account no longer. You may delete it on the device, too. If this was not you, sign out everywhere else, choose a new password, and write to us.',
    it: 'Non apre più l’account; si può cancellare anche dal dispositivo. Se la richiesta non è partita da lì, conviene uscire da tutti gli altri dispositivi, scegliere una nuova password e scriverci.',
    de: 'Er öffnet Ihr Konto nicht mehr; Sie können ihn auch auf dem Gerät löschen. Waren Sie es nicht, melden Sie alle anderen Geräte ab, wählen Sie ein neues Passwort und schreiben Sie uns.',
  },
  factorOffSubject: {
    en: 'Your account asks for no code any more',
    it: 'L’account non chiede più un codice',
    de: 'Ihr Konto fragt nicht mehr nach einem Code',
  },
  factorOffHeading: {
    en: 'The second step is off',
    it: 'Il secondo passaggio è disattivato',
    de: 'Der zweite Schritt ist ausgeschaltet',
  },
  factorOffText: {
    en: 'From now on your password or a mailed link is enough to sign in. If this was not you, and you have not asked us for it, sign out everywhere else, choose a new password, and write to us.',
    it: 'Da ora, per accedere, basta la password o un link per mail. Se la richiesta non è partita da lì, conviene uscire da tutti gli altri dispositivi, scegliere una nuova password e scriverci.',
    de: 'Ab jetzt genügt zum Anmelden Ihr Passwort oder ein zugesandter Link. Waren Sie es nicht und haben uns nicht darum gebeten, melden Sie alle anderen Geräte ab, wählen Sie ein neues Passwort und schreiben Sie uns.',
  },

  staffFactorOnSubject: {
    en: 'Signing in to the admin now asks for a code',
    it: 'Ora l’accesso all’amministrazione chiede un codice',
    de: 'Die Anmeldung an der Verwaltung fragt jetzt nach einem Code',
  },
  staffFactorOnText: {
    en: 'From now on your password alone does not open the admin of the shop: a code of your app is asked for, too. If this was not you, tell an owner of the shop at once.',
    it: 'Da ora la sola password non apre l’amministrazione del negozio: serve anche un codice dell’app. Se la richiesta non è partita da lì, conviene avvisare subito chi è titolare del negozio.',
    de: 'Ab jetzt öffnet Ihr Passwort allein die Verwaltung des Shops nicht mehr: Auch ein Code Ihrer App wird verlangt. Waren Sie es nicht, sagen Sie es sofort der Inhaberin oder dem Inhaber des Shops.',
  },
  staffFactorOffSubject: {
    en: 'Signing in to the admin asks for no code any more',
    it: 'L’accesso all’amministrazione non chiede più un codice',
    de: 'Die Anmeldung an der Verwaltung fragt nicht mehr nach einem Code',
  },
  staffFactorOffText: {
    en: 'Your second step was taken away, by yourself or by an owner of the shop. Until you set up a new one, your password is enough. If you have not asked for this, choose a new password and tell an owner of the shop at once.',
    it: 'Il secondo passaggio è stato tolto, da qui o da chi è titolare del negozio. Finché non ne viene attivato uno nuovo, basta la password. Se non era stato richiesto, conviene scegliere una nuova password e avvisare subito chi è titolare del negozio.',
    de: 'Ihr zweiter Schritt wurde weggenommen, von Ihnen selbst oder von der Inhaberin oder dem Inhaber des Shops. Bis Sie einen neuen einrichten, genügt Ihr Passwort. Haben Sie nicht darum gebeten, wählen Sie ein neues Passwort und sagen Sie es sofort der Inhaberin oder dem Inhaber des Shops.',
  },
  staffGoogleSubject: {
    en: 'Google now opens the admin of the shop to you',
    it: 'Ora Google apre l’amministrazione del negozio',
    de: 'Google öffnet Ihnen jetzt die Verwaltung des Shops',
  },
  staffGoogleText: {
    en: 'From now on you can sign in to the admin with the Google account of this address, too. A second step that you have set up is still asked for. If this was not you, tell an owner of the shop at once.',
    it: 'Da ora si accede all’amministrazione anche con l’account Google di questo indirizzo. Un secondo passaggio già attivo viene chiesto comunque. Se la richiesta non è partita da lì, conviene avvisare subito chi è titolare del negozio.',
    de: 'Ab jetzt können Sie sich auch mit dem Google-Konto dieser Adresse an der Verwaltung anmelden. Ein eingerichteter zweiter Schritt wird weiterhin verlangt. Waren Sie es nicht, sagen Sie es sofort der Inhaberin oder dem Inhaber des Shops.',
  },
  staffAccountButton: {
    en: 'Open my account',
    it: 'Aprire il mio account',
    de: 'Mein Konto öffnen',
  },

  eraseSubject: {
    en: 'Close your account for good?',
    it: 'Chiudere davvero l’account?',
    de: 'Ihr Konto endgültig schließen?',
  },
  eraseHeading: { en: 'One more step', it: 'Ancora un passo', de: 'Noch ein Schritt' },
  eraseText: {
    en: 'You have asked us to close your account and to erase what we keep about you. The link asks once more and is good for an hour. If this was not you, do nothing: nothing happens.',
    it: 'Abbiamo ricevuto la richiesta di chiudere l’account e di cancellare i dati personali. Il link chiede un’ultima conferma e vale un’ora. Se la richiesta non è partita da lì, basta non fare nulla: non succede niente.',
    de: 'Sie möchten Ihr Konto schließen und löschen lassen, was wir über Sie gespeichert haben. Der Link fragt noch einmal nach und gilt eine Stunde. Waren Sie es nicht, tun Sie nichts: Dann geschieht nichts.',
  },
  eraseButton: { en: 'Close the account', it: 'Chiudere l’account', de: 'Konto schließen' },
  erasedSubject: {
    en: 'Your account is closed',
    it: 'L’account è chiuso',
    de: 'Ihr Konto ist geschlossen',
  },
  erasedHeading: {
    en: 'What we kept is erased',
    it: 'I dati sono cancellati',
    de: 'Ihre Daten sind gelöscht',
  },
  erasedText: {
    en: 'Your account, addresses, wishlist, alerts, letters and messages are gone; your reviews stay without your name. Invoices and the name and address of paid orders stay for ten years, because tax law asks for them. This mail is the last one, and we forget your address as soon as it has left.',
    it: 'Account, indirizzi, lista dei desideri, avvisi, newsletter e messaggi non ci sono più; le recensioni restano senza nome. Le fatture, il nome e l’indirizzo degli ordini pagati restano per dieci anni, perché lo chiede il fisco. Questa è l’ultima mail: appena è partita, dimentichiamo anche l’indirizzo.',
    de: 'Konto, Adressen, Merkliste, Hinweise, Newsletter und Nachrichten sind gelöscht; Ihre Bewertungen bleiben ohne Namen stehen. Rechnungen sowie Name und Anschrift bezahlter Bestellungen bleiben zehn Jahre, weil das Steuerrecht es verlangt. Dies ist die letzte Mail; sobald sie unterwegs ist, vergessen wir Ihre Adresse.',
  },
  shopButton: { en: 'To the shop', it: 'Al negozio', de: 'Zum Laden' },

  placedSubject: {
    en: 'We have your order {number}',
    it: 'Abbiamo ricevuto l’ordine {number}',
    de: 'Ihre Bestellung {number} ist bei uns',
  },
  placedHeading: {
    en: 'Everything is set aside for you',
    it: 'È tutto da parte',
    de: 'Alles ist für Sie zurückgelegt',
  },
  placedTransfer: {
    en: 'Please transfer {total} with the reference {number}. We send the parcel the day the money arrives, and hold everything until {until}.',
    it: 'Il bonifico di {total} va fatto con la causale {number}. Spediamo il giorno in cui arriva e teniamo tutto da parte fino al {until}.',
    de: 'Bitte überweisen Sie {total} mit dem Verwendungszweck {number}. Wir versenden am Tag des Geldeingangs und halten alles bis zum {until} zurück.',
  },
  placedCash: {
    en: 'You pay {total} to the courier. We pack the parcel now and write again when it leaves.',
    it: 'Il pagamento di {total} avviene alla consegna. Prepariamo il pacco e scriviamo di nuovo quando parte.',
    de: 'Sie zahlen {total} beim Zusteller. Wir packen jetzt und schreiben wieder, sobald das Paket unterwegs ist.',
  },
  placedInStore: {
    en: 'You pay {total} in the store. We write again when everything is ready.',
    it: 'Il pagamento di {total} avviene in negozio. Scriviamo di nuovo quando è tutto pronto.',
    de: 'Sie zahlen {total} im Laden. Wir schreiben wieder, sobald alles bereitliegt.',
  },
  readySubject: {
    en: 'Ready to collect: your order {number}',
    it: 'Pronto per il ritiro: l’ordine {number}',
    de: 'Zur Abholung bereit: Ihre Bestellung {number}',
  },
  readyHeading: {
    en: 'Ready to collect',
    it: 'Pronto per il ritiro',
    de: 'Zur Abholung bereit',
  },
  readyText: {
    en: 'Bring the number of your order. This waits for you in the store:',
    it: 'Basta portare il numero dell’ordine. In negozio aspetta:',
    de: 'Bringen Sie die Nummer Ihrer Bestellung mit. Das wartet im Laden auf Sie:',
  },
  placedOther: {
    en: 'We write again as soon as the payment is through.',
    it: 'Scriviamo di nuovo appena il pagamento è confermato.',
    de: 'Wir schreiben wieder, sobald die Zahlung bestätigt ist.',
  },
  accountHolder: { en: 'Account holder', it: 'Intestatario', de: 'Kontoinhaber' },
  bank: { en: 'Bank', it: 'Banca', de: 'Bank' },
  reference: { en: 'Reference', it: 'Causale', de: 'Verwendungszweck' },

  paidSubject: {
    en: 'Payment received for {number}',
    it: 'Pagamento ricevuto per {number}',
    de: 'Zahlung für {number} erhalten',
  },
  paidHeading: {
    en: 'Thank you, the money is here',
    it: 'Grazie, il pagamento è arrivato',
    de: 'Danke, die Zahlung ist da',
  },
  paidText: {
    en: 'We received {amount} for your order {number}. The parcel is next.',
    it: "Abbiamo ricevuto {amount} per l'ordine {number}. Ora tocca al pacco.",
    de: 'Wir haben {amount} für Ihre Bestellung {number} erhalten. Als Nächstes kommt das Paket.',
  },

  failedSubject: {
    en: 'The payment of {number} did not go through',
    it: 'Il pagamento di {number} non è riuscito',
    de: 'Die Zahlung zu {number} hat nicht geklappt',
  },
  failedHeading: {
    en: 'Your payment did not go through',
    it: 'Il pagamento non è riuscito',
    de: 'Ihre Zahlung hat nicht geklappt',
  },
  failedText: {
    en: 'Nothing was charged. Everything is still set aside for a while: on the page of your order you can try again or choose another card.',
    it: 'Non è stato addebitato nulla. Tutto resta da parte ancora per un po’: dalla pagina dell’ordine si può riprovare o scegliere un’altra carta.',
    de: 'Es wurde nichts abgebucht. Alles bleibt noch eine Weile zurückgelegt: Auf der Seite Ihrer Bestellung können Sie es noch einmal versuchen oder eine andere Karte wählen.',
  },

  releasedSubject: {
    en: 'Nothing was charged for {number}',
    it: 'Nessun addebito per {number}',
    de: 'Für {number} wurde nichts abgebucht',
  },
  releasedHeading: {
    en: 'The payment came too late',
    it: 'Il pagamento è arrivato troppo tardi',
    de: 'Die Zahlung kam zu spät',
  },
  releasedText: {
    en: 'Your bank approved the payment of {number} after the order had expired, and by then its goods were sold. We have let go of the {amount} it held: nothing is charged.',
    it: 'La banca ha approvato il pagamento di {number} quando l’ordine era già scaduto, e gli articoli erano venduti. Abbiamo liberato i {amount} trattenuti: non viene addebitato nulla.',
    de: 'Ihre Bank hat die Zahlung zu {number} genehmigt, als die Bestellung schon abgelaufen und die Ware verkauft war. Die vorgemerkten {amount} haben wir freigegeben: Es wird nichts abgebucht.',
  },

  shippedSubject: {
    en: 'Your parcel for {number} is on its way',
    it: "Il pacco dell'ordine {number} è partito",
    de: 'Ihr Paket zu {number} ist unterwegs',
  },
  shippedHeading: {
    en: 'Your parcel has left us',
    it: 'Il pacco è partito',
    de: 'Ihr Paket hat uns verlassen',
  },
  shippedText: { en: 'In this parcel:', it: 'In questo pacco:', de: 'In diesem Paket:' },
  tracking: {
    en: '{carrier}, tracking number {tracking}',
    it: '{carrier}, numero di spedizione {tracking}',
    de: '{carrier}, Sendungsnummer {tracking}',
  },
  parcel: { en: 'Parcel', it: 'Pacco', de: 'Paket' },

  cancelledSubject: {
    en: 'Order {number} is cancelled',
    it: "L'ordine {number} è annullato",
    de: 'Bestellung {number} ist storniert',
  },
  cancelledHeading: {
    en: 'Your order is cancelled',
    it: "L'ordine è annullato",
    de: 'Ihre Bestellung ist storniert',
  },
  cancelledText: {
    en: 'Nothing will be sent. What you paid comes back the way it came.',
    it: 'Non partirà nulla. Quanto pagato torna per la stessa via.',
    de: 'Es wird nichts versendet. Was Sie gezahlt haben, kommt auf demselben Weg zurück.',
  },

  expiredSubject: {
    en: 'Order {number} has expired',
    it: "L'ordine {number} è scaduto",
    de: 'Bestellung {number} ist abgelaufen',
  },
  expiredHeading: {
    en: 'We do not hold your order any longer',
    it: 'L’ordine non è più da parte',
    de: 'Ihre Bestellung ist nicht mehr zurückgelegt',
  },
  expiredText: {
    en: 'No payment reached us in time, so everything is for sale again. If your transfer is on its way, we refund it in full or send the parcel if everything is still here.',
    it: 'Il pagamento non è arrivato in tempo e tutto è di nuovo in vendita. Se il bonifico è in viaggio, lo rimborsiamo per intero o spediamo, se c’è ancora tutto.',
    de: 'Es ist rechtzeitig keine Zahlung eingegangen, alles ist wieder im Verkauf. Ist Ihre Überweisung unterwegs, erstatten wir sie ganz oder versenden, falls noch alles da ist.',
  },

  refundedSubject: {
    en: 'Your refund for {number}',
    it: 'Il rimborso per {number}',
    de: 'Ihre Erstattung zu {number}',
  },
  refundedHeading: {
    en: 'We send your money back',
    it: 'Il rimborso è in arrivo',
    de: 'Wir erstatten Ihr Geld',
  },
  refundedCreditHeading: {
    en: 'Your money is there again',
    it: 'Il credito è di nuovo disponibile',
    de: 'Ihr Geld ist wieder da',
  },
  refundedCreditText: {
    en: '{amount} is on your gift card or store credit now, and pays your next order.',
    it: '{amount} sono ora sul buono regalo o sul credito negozio e valgono per il prossimo ordine.',
    de: '{amount} sind jetzt auf Ihrer Geschenkkarte oder Ihrem Guthaben und bezahlen Ihre nächste Bestellung.',
  },
  refundedText: {
    en: 'We return {amount} the way it came. Banks take up to five working days.',
    it: 'Restituiamo {amount} per la stessa via. Le banche impiegano fino a cinque giorni lavorativi.',
    de: 'Wir erstatten {amount} auf demselben Weg. Banken brauchen bis zu fünf Werktage.',
  },

  deliveredSubject: {
    en: 'Your order {number} has arrived',
    it: "L'ordine {number} è arrivato",
    de: 'Ihre Bestellung {number} ist angekommen',
  },
  deliveredHeading: {
    en: 'Your order has arrived',
    it: 'L’ordine è arrivato',
    de: 'Ihre Bestellung ist da',
  },
  deliveredText: {
    en: 'Try shoes on at home, on a carpet. If a size is not right, we exchange it: you can start that from your order.',
    it: 'Le scarpe vanno provate in casa, su un tappeto. Se la taglia non va, la cambiamo: si comincia dalla pagina dell’ordine.',
    de: 'Probieren Sie Schuhe zu Hause an, auf einem Teppich. Passt eine Größe nicht, tauschen wir sie: Das beginnt auf der Seite Ihrer Bestellung.',
  },
  deliveredCareText: {
    en: 'We hope that everything is as it should be. If something is not, you can send it back: that starts from your order.',
    it: 'Ci auguriamo che sia tutto a posto. Se qualcosa non va, si può rimandare: si comincia dalla pagina dell’ordine.',
    de: 'Wir hoffen, dass alles so ist, wie es sein soll. Wenn nicht, können Sie es zurücksenden: Das beginnt auf der Seite Ihrer Bestellung.',
  },

  changedSubject: {
    en: 'Your order {number} was changed',
    it: "L'ordine {number} è stato modificato",
    de: 'Ihre Bestellung {number} wurde geändert',
  },
  changedHeading: {
    en: 'Your order as it is now',
    it: "L'ordine com'è ora",
    de: 'Ihre Bestellung, wie sie jetzt ist',
  },
  changedEven: {
    en: 'We changed your order as we agreed. There is nothing more to pay.',
    it: "Abbiamo modificato l'ordine come concordato. Non c'è altro da pagare.",
    de: 'Wir haben Ihre Bestellung wie besprochen geändert. Es ist nichts weiter zu zahlen.',
  },
  changedDue: {
    en: 'We changed your order as we agreed. {amount} is still to pay; the page of your order says how.',
    it: "Abbiamo modificato l'ordine come concordato. Restano da pagare {amount}; la pagina dell'ordine dice come.",
    de: 'Wir haben Ihre Bestellung wie besprochen geändert. {amount} sind noch zu zahlen; wie, steht auf der Seite Ihrer Bestellung.',
  },
  changedBack: {
    en: 'We changed your order as we agreed. {amount} comes back the way you paid.',
    it: "Abbiamo modificato l'ordine come concordato. {amount} tornano per la via del pagamento.",
    de: 'Wir haben Ihre Bestellung wie besprochen geändert. {amount} kommen auf dem Weg Ihrer Zahlung zurück.',
  },

  returnNumber: { en: 'Return {number}', it: 'Reso {number}', de: 'Rücksendung {number}' },
  returnRequestedSubject: {
    en: 'We have your return {number}',
    it: 'Abbiamo ricevuto il reso {number}',
    de: 'Ihre Rücksendung {number} ist angemeldet',
  },
  returnRequestedHeading: {
    en: 'Your return is with us',
    it: 'La richiesta di reso è da noi',
    de: 'Ihre Rücksendung ist angemeldet',
  },
  returnRequestedText: {
    en: 'We look at it within one working day and write again with the address to send it to. Please do not send anything before that.',
    it: "La esaminiamo entro un giorno lavorativo e scriviamo di nuovo con l'indirizzo per la spedizione. Prima di allora non serve spedire nulla.",
    de: 'Wir sehen sie innerhalb eines Werktags an und schreiben wieder, mit der Adresse für das Paket. Bitte senden Sie vorher nichts.',
  },
  returnApprovedSubject: {
    en: 'Please send your return {number}',
    it: 'Si può spedire il reso {number}',
    de: 'Bitte senden Sie Ihre Rücksendung {number}',
  },
  returnApprovedHeading: {
    en: 'You can send it back now',
    it: 'Ora si può rispedire',
    de: 'Sie können es jetzt zurücksenden',
  },
  returnApprovedText: {
    en: 'Pack it as it came to you, write {number} on the box, and send it to the address of our shop. We write as soon as it is here.',
    it: 'Va imballato com’è arrivato, con sopra il numero {number}, e spedito all’indirizzo del negozio. Scriviamo appena arriva.',
    de: 'Packen Sie es ein, wie es zu Ihnen kam, schreiben Sie {number} auf den Karton und senden Sie ihn an die Adresse unseres Ladens. Wir schreiben, sobald er da ist.',
  },
  returnReceivedSubject: {
    en: 'Your return {number} is here',
    it: 'Il reso {number} è arrivato',
    de: 'Ihre Rücksendung {number} ist da',
  },
  returnReceivedHeading: {
    en: 'Your parcel is back with us',
    it: 'Il pacco è tornato da noi',
    de: 'Ihr Paket ist wieder bei uns',
  },
  returnReceivedText: {
    en: 'We look at what came back now and write again when that is done.',
    it: 'Ora controlliamo quanto è tornato e scriviamo di nuovo.',
    de: 'Wir sehen uns jetzt an, was zurückkam, und schreiben danach wieder.',
  },
  returnRejectedSubject: {
    en: 'About your return {number}',
    it: 'A proposito del reso {number}',
    de: 'Zu Ihrer Rücksendung {number}',
  },
  returnRejectedHeading: {
    en: 'We cannot accept this return',
    it: 'Non possiamo accettare questo reso',
    de: 'Wir können diese Rücksendung nicht annehmen',
  },
  returnRejectedText: {
    en: 'The reason: {note}. If you see it differently, answer this mail.',
    it: 'Il motivo: {note}. Per qualsiasi obiezione basta rispondere a questa mail.',
    de: 'Der Grund: {note}. Wenn Sie das anders sehen, antworten Sie auf diese Mail.',
  },
  returnCompletedSubject: {
    en: 'Your return {number} is done',
    it: 'Il reso {number} è concluso',
    de: 'Ihre Rücksendung {number} ist erledigt',
  },
  returnCompletedHeading: {
    en: 'Your return is done',
    it: 'Il reso è concluso',
    de: 'Ihre Rücksendung ist erledigt',
  },
  returnCompletedText: {
    en: 'What you sent is back with us. What is owed to you is on its way: your money, or what you chose instead.',
    it: 'Quanto rispedito è di nuovo da noi. Quanto spetta è in viaggio: il rimborso, oppure ciò che è stato scelto al suo posto.',
    de: 'Ihre Rücksendung ist wieder bei uns. Was Ihnen zusteht, ist unterwegs: Ihr Geld oder das, was Sie stattdessen gewählt haben.',
  },

  withdrawalSubject: {
    en: 'Your withdrawal {number} was received',
    it: 'Il recesso {number} è stato ricevuto',
    de: 'Ihr Widerruf {number} ist eingegangen',
  },
  withdrawalHeading: {
    en: 'We received your withdrawal',
    it: 'Abbiamo ricevuto il recesso',
    de: 'Ihr Widerruf ist eingegangen',
  },
  withdrawalText: {
    en: '{name} withdrew from the contract for order {order}. The statement reached us on {at}. Its number is {number}. It covers:',
    it: "{name} ha esercitato il recesso dal contratto per l'ordine {order}. La dichiarazione ci è arrivata il {at}. Il suo numero è {number}. Riguarda:",
    de: '{name} hat den Vertrag zu Bestellung {order} widerrufen. Die Erklärung ist am {at} bei uns eingegangen. Ihre Nummer ist {number}. Sie betrifft:',
  },
  withdrawalCancelled: {
    en: 'Nothing had left us, so nothing will be sent. What you paid comes back the way you paid it, within 14 days.',
    it: 'Non era partito nulla, quindi non verrà spedito nulla. Quanto pagato torna per la stessa via, entro 14 giorni.',
    de: 'Es war noch nichts unterwegs, also wird nichts versendet. Was Sie gezahlt haben, kommt auf demselben Weg zurück, innerhalb von 14 Tagen.',
  },
  withdrawalReturn: {
    en: 'Please send it back within 14 days, with the number {return} on the box. What you paid comes back within 14 days, at the latest when the parcel is here.',
    it: 'Quanto indicato va rispedito entro 14 giorni, con il numero {return} sulla scatola. Quanto pagato torna entro 14 giorni, al più tardi quando arriva il pacco.',
    de: 'Bitte senden Sie es innerhalb von 14 Tagen zurück, mit der Nummer {return} auf dem Karton. Was Sie gezahlt haben, kommt innerhalb von 14 Tagen zurück, spätestens wenn das Paket da ist.',
  },
  withdrawalDesk: {
    en: 'A person looks at it now and writes to you within one working day about what goes back.',
    it: 'Una persona la esamina ora e scrive entro un giorno lavorativo su quanto viene restituito.',
    de: 'Ein Mensch sieht sie sich jetzt an und schreibt Ihnen innerhalb eines Werktags, was zurückgeht.',
  },

  withdrawalLinkSubject: {
    en: 'Withdraw from order {number}',
    it: "Recesso dall'ordine {number}",
    de: 'Widerruf zu Bestellung {number}',
  },
  withdrawalLinkHeading: {
    en: 'Withdraw from your contract',
    it: 'Recesso dal contratto',
    de: 'Ihren Vertrag widerrufen',
  },
  withdrawalLinkText: {
    en: 'The button opens the page on which you can withdraw from this contract, whole or in part. Nothing is withdrawn before you confirm it there. If it was not you who asked, leave this mail unanswered.',
    it: 'Il pulsante apre la pagina per recedere da questo contratto, del tutto o in parte. Nulla vale prima della conferma su quella pagina. In caso di errore basta ignorare la mail.',
    de: 'Der Knopf öffnet die Seite, auf der Sie diesen Vertrag widerrufen können, ganz oder in Teilen. Nichts gilt, bevor Sie es dort bestätigen. Haben Sie nicht darum gebeten, lassen Sie diese Mail liegen.',
  },

  letterSubject: {
    en: 'Please confirm: letters from Molini',
    it: 'Da confermare: le lettere di Molini',
    de: 'Bitte bestätigen: Briefe von Molini',
  },
  letterHeading: {
    en: 'Would you like our letters?',
    it: 'Le nostre lettere?',
    de: 'Möchten Sie unsere Briefe?',
  },
  letterText: {
    en: 'Somebody, we think you, asked for our letters with this address. Nothing is sent before you press the button. If it was not you, leave this mail unanswered.',
    it: 'Qualcuno ha chiesto le nostre lettere con questo indirizzo. Nulla parte prima della conferma con il pulsante. In caso di errore basta ignorare la mail.',
    de: 'Jemand, vermutlich Sie, hat mit dieser Adresse unsere Briefe bestellt. Nichts wird verschickt, bevor Sie den Knopf drücken. Waren Sie es nicht, lassen Sie diese Mail liegen.',
  },
  letterButton: { en: 'Yes, send me letters', it: 'Sì, le lettere', de: 'Ja, Briefe bekommen' },
  letterDoneSubject: {
    en: 'You get our letters now',
    it: 'Da ora arrivano le nostre lettere',
    de: 'Sie bekommen jetzt unsere Briefe',
  },
  letterDoneHeading: {
    en: 'Thank you, it is settled',
    it: 'Grazie, è tutto fatto',
    de: 'Danke, alles ist eingerichtet',
  },
  letterDoneText: {
    en: 'We write about once a month, when there is something to say: new models, and pairs that are made again. The button stops the letters at once, today or at any time.',
    it: 'Scriviamo circa una volta al mese, quando c’è qualcosa da dire: modelli nuovi, e paia che tornano in produzione. Il pulsante ferma subito le lettere, oggi o quando si vuole.',
    de: 'Wir schreiben etwa einmal im Monat, wenn es etwas zu sagen gibt: neue Modelle und Paare, die wieder gemacht werden. Der Knopf beendet die Briefe sofort, heute oder jederzeit.',
  },
  letterLeave: { en: 'Stop the letters', it: 'Ferma le lettere', de: 'Briefe abbestellen' },

  backSubject: {
    en: '{product}, size {size}, is back',
    it: '{product}, taglia {size}, è di nuovo disponibile',
    de: '{product}, Größe {size}, ist wieder da',
  },
  backHeading: { en: 'Your size is back', it: 'La taglia è di nuovo qui', de: 'Ihre Größe ist wieder da' },
  backText: {
    en: '{product} can be bought again in size {size}. We have told others who waited as well, and nothing is set aside: whoever is first has the pair.',
    it: '{product} è di nuovo in vendita nella taglia {size}. Abbiamo scritto anche ad altri che aspettavano e nulla è da parte: il paio è di chi arriva prima.',
    de: '{product} gibt es wieder in Größe {size}. Wir haben auch anderen geschrieben, die gewartet haben, und nichts ist zurückgelegt: Wer zuerst kommt, hat das Paar.',
  },
  backButton: { en: 'See the shoe', it: 'Vai alla scarpa', de: 'Zum Schuh' },
  backCareButton: { en: 'See the product', it: 'Vai al prodotto', de: 'Zum Produkt' },
  backOnce: {
    en: 'You asked for this mail on our product page, and it is the only one for this size.',
    it: 'Questa mail è stata richiesta sulla pagina del prodotto ed è l’unica per questa taglia.',
    de: 'Sie haben diese Mail auf der Produktseite bestellt; sie ist die einzige zu dieser Größe.',
  },
  heldSubject: {
    en: '{product}, size {size}: a pair is held for you',
    it: '{product}, taglia {size}: un paio è da parte',
    de: '{product}, Größe {size}: Ein Paar ist für Sie zurückgelegt',
  },
  heldHeading: {
    en: 'A pair is held for you',
    it: 'Un paio è da parte per chi ha aspettato',
    de: 'Ein Paar ist für Sie zurückgelegt',
  },
  heldText: {
    en: '{product} is back in size {size}, and it is your turn: one pair is held for you until {heldUntil}, and nobody else can buy it before then. The button puts it into your bag, on whichever device you like. A pair that is not ordered by then goes to whoever waits next.',
    it: '{product} è di nuovo qui nella taglia {size}, ed è il turno di questo indirizzo: un paio resta da parte fino a {heldUntil}, e prima di allora nessun altro può comprarlo. Il pulsante lo mette nel carrello, su qualsiasi dispositivo. Se non viene ordinato in tempo, passa a chi aspetta dopo.',
    de: '{product} ist in Größe {size} wieder da, und Sie sind an der Reihe: Bis {heldUntil} ist ein Paar für Sie zurückgelegt, niemand sonst kann es vorher kaufen. Der Knopf legt es in Ihren Warenkorb, auf welchem Gerät Sie möchten. Wird es bis dahin nicht bestellt, bekommt es, wer als Nächstes wartet.',
  },
  heldButton: { en: 'To my pair', it: 'Vai al paio', de: 'Zu meinem Paar' },
  heldOnce: {
    en: 'You asked for this mail on our product page. If you do not want the pair any more, you can let it go behind the button: somebody else is waiting for it.',
    it: 'Questa mail è stata richiesta sulla pagina del prodotto. Chi non vuole più il paio può lasciarlo andare dietro il pulsante: qualcun altro lo aspetta.',
    de: 'Sie haben diese Mail auf der Produktseite bestellt. Möchten Sie das Paar nicht mehr, geben Sie es hinter dem Knopf frei: Jemand anderes wartet darauf.',
  },
  backCareSubject: {
    en: '{product} is back',
    it: '{product} è di nuovo disponibile',
    de: '{product} ist wieder da',
  },
  backCareHeading: { en: 'It is back', it: 'È di nuovo qui', de: 'Es ist wieder da' },
  backCareText: {
    en: '{product} can be bought again. We have told others who waited as well, and nothing is set aside: it goes to whoever is first.',
    it: '{product} è di nuovo in vendita. Abbiamo scritto anche ad altri che aspettavano e nulla è da parte: va a chi arriva prima.',
    de: '{product} gibt es wieder. Wir haben auch anderen geschrieben, die gewartet haben, und nichts ist zurückgelegt: Wer zuerst kommt, bekommt es.',
  },
  backCareOnce: {
    en: 'You asked for this mail on our product page, and it is the only one about this product.',
    it: 'Questa mail è stata richiesta sulla pagina del prodotto ed è l’unica che lo riguarda.',
    de: 'Sie haben diese Mail auf der Produktseite bestellt; sie ist die einzige zu diesem Produkt.',
  },
  heldCareSubject: {
    en: '{product} is held for you',
    it: '{product} è da parte',
    de: '{product} ist für Sie zurückgelegt',
  },
  heldCareHeading: {
    en: 'It is held for you',
    it: 'È da parte per chi ha aspettato',
    de: 'Für Sie zurückgelegt',
  },
  heldCareText: {
    en: '{product} is back, and it is your turn: one is held for you until {heldUntil}, and nobody else can buy it before then. The button puts it into your bag, on whichever device you like. What is not ordered by then goes to whoever waits next.',
    it: '{product} è di nuovo qui, ed è il turno di questo indirizzo: una confezione resta da parte fino a {heldUntil}, e prima di allora nessun altro può comprarla. Il pulsante la mette nel carrello, su qualsiasi dispositivo. Se non viene ordinata in tempo, passa a chi aspetta dopo.',
    de: '{product} ist wieder da, und Sie sind an der Reihe: Bis {heldUntil} ist ein Stück für Sie zurückgelegt, niemand sonst kann es vorher kaufen. Der Knopf legt es in Ihren Warenkorb, auf welchem Gerät Sie möchten. Wird es bis dahin nicht bestellt, bekommt es, wer als Nächstes wartet.',
  },
  heldCareButton: { en: 'See what is held', it: 'Vedi che cosa è da parte', de: 'Zum Zurückgelegten' },
  heldCareOnce: {
    en: 'You asked for this mail on our product page. If you do not want it any more, you can let it go behind the button: somebody else is waiting for it.',
    it: 'Questa mail è stata richiesta sulla pagina del prodotto. Chi non lo vuole più può lasciarlo andare dietro il pulsante: qualcun altro lo aspetta.',
    de: 'Sie haben diese Mail auf der Produktseite bestellt. Möchten Sie es nicht mehr, geben Sie es hinter dem Knopf frei: Jemand anderes wartet darauf.',
  },
  backStop: {
    en: 'Stop all such mails',
    it: 'Non ricevere più mail di questo tipo',
    de: 'Keine solchen Mails mehr',
  },

  measureSubject: {
    en: 'Three months on: time to measure small feet again',
    it: 'Tre mesi dopo: è ora di rimisurare i piedi piccoli',
    de: 'Drei Monate später: Zeit, kleine Füße neu zu messen',
  },
  measureHeading: {
    en: 'Have small feet grown?',
    it: 'I piedi piccoli sono cresciuti?',
    de: 'Sind kleine Füße gewachsen?',
  },
  measureText: {
    en: 'The measurement you keep with us is three months old, and in that time a child’s foot can grow by a whole size. Measure both feet, standing, in the afternoon: we then name the size with room to grow.',
    it: 'La misura conservata da noi ha tre mesi, e in tre mesi il piede di un bambino può crescere di un numero intero. Basta misurare tutti e due i piedi, in piedi, nel pomeriggio: poi indichiamo il numero con lo spazio per crescere.',
    de: 'Die Messung, die Sie bei uns hinterlegt haben, ist drei Monate alt, und in dieser Zeit kann ein Kinderfuß um eine ganze Größe wachsen. Messen Sie beide Füße im Stehen, am besten nachmittags: Wir nennen dann die Größe, die Platz zum Wachsen lässt.',
  },
  measureButton: {
    en: 'Enter the new measurement',
    it: 'Inserisci la nuova misura',
    de: 'Neues Maß eintragen',
  },
  measureRuler: {
    en: 'Print the foot ruler, at true scale',
    it: 'Stampa il misuratore per piedi, in scala reale',
    de: 'Fußmesser in Originalgröße drucken',
  },
  measureOnce: {
    en: 'You asked for this mail in your account. It comes once for each measurement.',
    it: 'Questa mail è stata richiesta nell’account. Arriva una sola volta per ogni misura.',
    de: 'Sie haben diese Mail in Ihrem Konto bestellt. Sie kommt einmal je Messung.',
  },
  measureStop: { en: 'Stop these mails', it: 'Non ricevere più queste mail', de: 'Keine solchen Mails mehr' },

  linkSubject: {
    en: 'The link to your order {number}',
    it: "Il link all'ordine {number}",
    de: 'Der Link zu Ihrer Bestellung {number}',
  },
  linkHeading: { en: 'Here is your order', it: "Ecco l'ordine", de: 'Hier ist Ihre Bestellung' },
  linkText: {
    en: 'You asked for the link to this order. If it was not you, leave this mail unanswered: nobody else can see the order.',
    it: 'È stato richiesto il link a quest’ordine. In caso di errore basta ignorare la mail: nessun altro vede l’ordine.',
    de: 'Sie haben den Link zu dieser Bestellung angefordert. Wenn nicht, lassen Sie diese Mail liegen: niemand sonst sieht die Bestellung.',
  },

  giftCardSubject: {
    en: 'A gift card of {amount} for you',
    it: 'Un buono regalo di {amount}',
    de: 'Eine Geschenkkarte über {amount} für Sie',
  },
  giftCardHeading: {
    en: '{amount} to spend at Molini',
    it: '{amount} da spendere da Molini',
    de: '{amount} für Ihren Einkauf bei Molini',
  },
  giftCardText: {
    en: 'Give this code in the bag or at checkout. It pays as much of your order as there is on it; what is left stays on the card. Whoever has the code can use it, so keep it to yourself.',
    it: 'Il codice si inserisce nella borsa o alla cassa. Paga l’ordine fino al suo saldo; quello che resta rimane sul buono. Chi ha il codice può usarlo: meglio tenerlo per sé.',
    de: 'Geben Sie diesen Code in der Tasche oder an der Kasse ein. Er bezahlt so viel Ihrer Bestellung, wie darauf ist; der Rest bleibt auf der Karte. Wer den Code hat, kann ihn nutzen: Behalten Sie ihn für sich.',
  },
  giftCardUntil: { en: 'Good until {until}.', it: 'Valido fino al {until}.', de: 'Gültig bis {until}.' },
  giftCardForEver: {
    en: 'It has no end date.',
    it: 'Non ha scadenza.',
    de: 'Sie gilt unbefristet.',
  },
  giftCardAgain: {
    en: 'A code that you had for this card before no longer works.',
    it: 'Il codice precedente di questo buono non vale più.',
    de: 'Ein früherer Code dieser Karte gilt nicht mehr.',
  },
  giftCard: { en: 'Gift card {last4}', it: 'Buono regalo {last4}', de: 'Geschenkkarte {last4}' },
  storeCredit: { en: 'Store credit', it: 'Credito negozio', de: 'Guthaben' },
  toPay: { en: 'Still to pay', it: 'Ancora da pagare', de: 'Noch zu zahlen' },
  placedCovered: {
    en: 'Your gift card or store credit pays all of it. We pack the parcel now and write again when it leaves.',
    it: 'Il buono regalo o il credito copre tutto. Prepariamo il pacco e scriviamo di nuovo quando parte.',
    de: 'Ihre Geschenkkarte oder Ihr Guthaben bezahlt alles. Wir packen jetzt und schreiben wieder, sobald das Paket unterwegs ist.',
  },

  welcomeSubject: { en: 'Your account at Molini', it: 'L’account Molini', de: 'Ihr Konto bei Molini' },
  welcomeHeading: { en: 'Your account is ready', it: "L'account è pronto", de: 'Ihr Konto ist bereit' },
  welcomeText: {
    en: 'Your orders, addresses and size are now in one place.',
    it: 'Ordini, indirizzi e taglia sono ora in un solo posto.',
    de: 'Bestellungen, Adressen und Größe haben nun einen Ort.',
  },
  openAccount: { en: 'Open your account', it: 'Vai all’account', de: 'Konto öffnen' },

  existsSubject: {
    en: 'You already have an account',
    it: 'Esiste già un account',
    de: 'Sie haben bereits ein Konto',
  },
  existsHeading: {
    en: 'You already have an account',
    it: 'Esiste già un account',
    de: 'Sie haben bereits ein Konto',
  },
  existsText: {
    en: 'Somebody tried to open an account with this address. There is one already: sign in, or choose a new password. If it was not you, there is nothing to do.',
    it: 'Qualcuno ha provato ad aprire un account con questo indirizzo. Ne esiste già uno: si può accedere o scegliere una nuova password. Altrimenti non serve fare nulla.',
    de: 'Jemand wollte mit dieser Adresse ein Konto eröffnen. Es gibt bereits eines: Melden Sie sich an oder wählen Sie ein neues Passwort. Waren Sie es nicht, ist nichts zu tun.',
  },

  resetSubject: { en: 'Choose a new password', it: 'Una nuova password', de: 'Neues Passwort wählen' },
  resetHeading: { en: 'Choose a new password', it: 'Una nuova password', de: 'Neues Passwort wählen' },
  resetText: {
    en: 'This link works once, for one hour. If you did not ask for it, your password stays as it is.',
    it: 'Il link vale una volta sola, per un’ora. Senza richiesta, la password resta com’è.',
    de: 'Der Link gilt einmal, eine Stunde lang. Haben Sie ihn nicht angefordert, bleibt Ihr Passwort, wie es ist.',
  },
} satisfies Record<string, Words>

export type MailWord = keyof typeof table

/** A word in a language as it stands. */
export const plainWord = (locale: Locale, word: MailWord): string => table[word][locale]

/** A word in a language, with its values filled in. */
export function mailWord(
  locale: Locale,
  word: MailWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return table[word][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
