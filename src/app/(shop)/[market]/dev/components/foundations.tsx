import { Icon, iconNames } from '#components/icon'

/** The roles of `tokens.css`, in its order. */
const colours = [
  ...['paper', 'raised', 'ground', 'ink', 'muted', 'accent', 'accent-wash', 'sale', 'ok'],
  ...['strong', 'line', 'clay', 'sage', 'tile'],
]

export function Colours() {
  return (
    <section>
      <h2>Colours</h2>
      <ul className="look-grid">
        {colours.map((role) => (
          <li key={role}>
            <div className="look-colour" style={{ background: `var(--${role})` }} />
            <code>--{role}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Types() {
  return (
    <section>
      <h2>Type</h2>
      <p className="look-h1">Shoes that last, made by people we know</p>
      <h2>Boots for wet streets</h2>
      <h3>Derby Albona</h3>
      <p>
        Text of 16 on 24. A{' '}
        <a className="link" href="#top">
          link in it
        </a>
        , and <b>what matters most</b>.
      </p>
      <p className="small">Small: hints and notes.</p>
      <p className="fine">Fine: what the law asks for.</p>
      <p className="muted">Muted: what may be overlooked.</p>
      <p className="label">Label</p>
      <p className="figures">0123456789: figures of one width</p>
    </section>
  )
}

export function Icons() {
  return (
    <section>
      <h2>Icons</h2>
      <ul className="look-grid">
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} /> <code>{name}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
