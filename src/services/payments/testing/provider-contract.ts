import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { PaymentProvider, PaymentSettings, ProviderPayment } from '../provider'

/** A provider with the hands of a shopper and of a network, so that every provider is held to the same. */
export interface ProviderUnderTest {
  provider: PaymentProvider
  pay: (reference: string) => void
  decline: (reference: string) => void
  process: (reference: string) => void
  setDown: (isDown: boolean) => void
  /** The signed messages of a payment so far. */
  messages: (reference: string) => { body: string; headers: Headers }[]
}

const settings: PaymentSettings = {
  manual: true,
  cashOnDelivery: true,
  cardMinutes: 30,
  bankTransferDays: 7,
  captureLater: false,
}
const later = { ...settings, captureLater: true }

/** What every provider on a network must do; a test for each promise of `PaymentProvider`. */
export function providerContract(make: () => Promise<ProviderUnderTest>): void {
  let under: ProviderUnderTest
  beforeAll(async () => {
    under = await make()
  })

  const payment = (changes: Partial<ProviderPayment> = {}): ProviderPayment => ({
    orderId: randomUUID(),
    orderNumber: 'M-100001',
    amount: { amount: 12_900, currency: 'EUR' },
    idempotencyKey: randomUUID(),
    ...changes,
  })
  const begun = async (how = settings) => {
    const asked = payment()
    const { reference } = await under.provider.authorise(asked, how)
    const again = (amount: number, idempotencyKey: string = randomUUID()): ProviderPayment => ({
      ...asked,
      reference,
      amount: { amount, currency: 'EUR' },
      idempotencyKey,
    })
    return { asked, reference, again, read: () => under.provider.read(reference) }
  }

  test('a payment begins open, for the amount of the order, and names the order', async () => {
    const { asked, reference } = await begun()
    const state = await under.provider.read(reference)
    expect(state).toMatchObject({
      status: 'open',
      orderId: asked.orderId,
      amount: asked.amount,
      captured: 0,
      refunded: 0,
    })
    expect(state?.clientSecret).toBeTruthy()
  })

  test('the same key is the same payment, another key another one', async () => {
    const asked = payment()
    const first = await under.provider.authorise(asked, settings)
    expect(await under.provider.authorise(asked, settings)).toEqual(first)
    const other = await under.provider.authorise({ ...asked, idempotencyKey: randomUUID() }, settings)
    expect(other.reference).not.toBe(first.reference)
  })

  test('what is paid is captured, and its secret is good for nothing any more', async () => {
    const { reference, read } = await begun()
    under.pay(reference)
    const state = await read()
    expect(state).toMatchObject({ status: 'captured', captured: 12_900, refunded: 0 })
    expect(state?.clientSecret).toBeUndefined()
  })

  test('a declined payment can be paid with the next card', async () => {
    const { reference, read } = await begun()
    under.decline(reference)
    expect((await read())?.status).toBe('failed')
    expect((await read())?.clientSecret).toBeTruthy()
    under.pay(reference)
    expect((await read())?.captured).toBe(12_900)
  })

  test('a bank may take its time', async () => {
    const { reference, read } = await begun()
    under.process(reference)
    expect(await read()).toMatchObject({ status: 'processing', captured: 0 })
  })

  test('money that is only held is captured later, once for each key', async () => {
    const { reference, again, read } = await begun(later)
    under.pay(reference)
    expect(await read()).toMatchObject({ status: 'authorised', captured: 0 })
    const capture = again(12_900)
    await under.provider.capture(capture)
    await under.provider.capture(capture)
    expect(await read()).toMatchObject({ status: 'captured', captured: 12_900, refunded: 0 })
  })

  test('a part of what is held may be captured: the rest was never paid and is no refund', async () => {
    const { reference, again, read } = await begun(later)
    under.pay(reference)
    await under.provider.capture(again(10_000))
    expect(await read()).toMatchObject({ status: 'captured', captured: 10_000, refunded: 0 })
    await under.provider.refund(again(4_000))
    expect(await read()).toMatchObject({ captured: 10_000, refunded: 4_000 })
  })

  test('nothing is captured that nobody has paid, or of what was called off', async () => {
    const { again } = await begun(later)
    await expect(under.provider.capture(again(12_900))).rejects.toThrow('payment.state')
    await under.provider.cancel(again(0))
    await expect(under.provider.capture(again(12_900))).rejects.toThrow('payment.state')
  })

  test('money goes back in parts, once for each key, and never more than came', async () => {
    const { reference, again, read } = await begun()
    under.pay(reference)
    const part = again(2_900)
    await under.provider.refund(part)
    await under.provider.refund(part)
    expect((await read())?.refunded).toBe(2_900)
    await expect(under.provider.refund(again(10_001))).rejects.toThrow('payment.state')
    await under.provider.refund(again(10_000))
    expect(await read()).toMatchObject({ captured: 12_900, refunded: 12_900 })
  })

  test('a hold that is let go can no longer be paid; letting go twice is letting go', async () => {
    const { again, read } = await begun()
    await under.provider.cancel(again(0))
    await under.provider.cancel(again(0))
    expect((await read())?.status).toBe('cancelled')
    expect((await read())?.clientSecret).toBeUndefined()
  })

  test('letting go of what was paid, or of what was never begun, changes nothing', async () => {
    const { reference, again, read } = await begun()
    under.pay(reference)
    await under.provider.cancel(again(0))
    expect(await read()).toMatchObject({ status: 'captured', captured: 12_900, refunded: 0 })
    await under.provider.cancel(payment())
  })

  test('a payment that the provider does not know is undefined', async () => {
    expect(await under.provider.read('pi_unknown')).toBeUndefined()
  })

  test('a signed message names its payment; one that was touched is refused', async () => {
    const { reference } = await begun()
    under.pay(reference)
    const [message] = under.messages(reference)
    if (!message) throw new Error('nothing was told')
    expect(under.provider.verifyEvent(message.body, message.headers)?.reference).toBe(reference)
    const verify = (body: string, headers: Headers) => () => under.provider.verifyEvent(body, headers)
    expect(verify(`${message.body} `, message.headers)).toThrow('webhook.bad-signature')
    expect(verify(message.body, new Headers())).toThrow('webhook.bad-signature')
  })

  test('what was told can be listed afterwards, oldest first', async () => {
    const { reference, again } = await begun()
    under.decline(reference)
    under.pay(reference)
    await under.provider.refund(again(1_000))
    const since = new Date(Date.now() - 60_000)
    const listed = (await under.provider.eventsSince(since)).filter((one) => one.reference === reference)
    const told = under
      .messages(reference)
      .map(({ body, headers }) => under.provider.verifyEvent(body, headers)?.id)
    expect(listed.map(({ id }) => id)).toEqual(told)
    expect(await under.provider.eventsSince(new Date(Date.now() + 60_000))).toEqual([])
  })

  test('a provider that gives no answer says so, and the same call goes through later', async () => {
    const asked = payment()
    under.setDown(true)
    await expect(under.provider.authorise(asked, settings)).rejects.toThrow('payment.unavailable')
    await expect(under.provider.read('pi_unknown')).rejects.toThrow('payment.unavailable')
    under.setDown(false)
    expect((await under.provider.authorise(asked, settings)).status).toBe('open')
  })
}
