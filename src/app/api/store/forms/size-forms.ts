import { childNameLength, ownSegments, type OwnSegment } from '#domain/foot-size'
import { addChild, changeChild, removeChild } from '#services/child-feet'
import { chooseMeasuring, stopMeasuring } from '#services/measuring-mails'
import { forgetOwnSize, keepOwnSize } from '#services/own-sizes'
import { check } from '../../_http/body'
import { givenSize, requireSegment } from '../../_http/given-size'
import { requireCustomer } from '../../_http/route'
import { childFoot, ownSize } from '../schemas'
import { text, type Form, type FormCall, type Onward } from './form'

const here = '/account/sizes'

/** Which form of the page it was; a child is named by its id, never by its name. */
const placeOf = (call: FormCall): Readonly<Record<string, string>> => {
  const segment = text(call, 'segment')
  if (ownSegments.includes(segment as OwnSegment)) return { at: segment }
  const id = text(call, 'id')
  return { at: /^[0-9a-f-]{36}$/.test(id) ? id : 'child' }
}
const refused = (call: FormCall): Onward => ({ to: here, query: placeOf(call) })

async function saveSize(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id } = await requireCustomer(call)
  const width = text(call, 'width')
  const given = { size: text(call, 'size'), system: text(call, 'system'), ...(width && { width }) }
  const segment = requireSegment(text(call, 'segment'))
  await keepOwnSize(call.req, id, await givenSize(segment, check(ownSize, given)))
  return { to: here, query: { done: 'saved' } }
}

async function saveChild(call: FormCall): Promise<Onward> {
  await call.count('account')
  const customer = await requireCustomer(call)
  const footMm = text(call, 'footMm')
  const child = check(childFoot, {
    ...{ name: text(call, 'name'), measuredOn: text(call, 'measuredOn') },
    footMm: /^\d{1,3}$/.test(footMm) ? Number(footMm) : undefined,
  })
  const id = text(call, 'id')
  await (id ? changeChild(call.req, customer.id, { ...child, id }) : addChild(call.req, customer.id, child))
  return { to: here, query: { done: 'saved' } }
}

async function chooseMails(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id } = await requireCustomer(call)
  const isOn = text(call, 'choice') === 'on'
  await chooseMeasuring(call.req, id, { isOn, market: call.market })
  return { to: here, query: { done: isOn ? 'mails-on' : 'mails-off' } }
}

async function stopMails(call: FormCall): Promise<Onward> {
  await call.count('letter')
  await stopMeasuring(call.req, text(call, 'customer').slice(0, 40), text(call, 'token').slice(0, 100))
  return { to: '/account/measuring', query: { done: 'stopped' } }
}

/** The sizes of a shopper and their children. */
export const sizeForms: Readonly<Record<string, Form>> = {
  'own-size': { work: saveSize, refused, kept: { size: 12, system: 4, width: 20 } },
  'forget-size': {
    work: async (call) => {
      await call.count('account')
      const { id } = await requireCustomer(call)
      await forgetOwnSize(call.req, id, requireSegment(text(call, 'segment')))
      return { to: here, query: { done: 'removed' } }
    },
    refused,
  },
  child: { work: saveChild, refused, kept: { name: childNameLength, footMm: 3, measuredOn: 10 } },
  measuring: { work: chooseMails, refused },
  'stop-measuring': { work: stopMails, refused: () => ({ to: '/account/measuring' }) },
  'remove-child': {
    work: async (call) => {
      await call.count('account')
      const customer = await requireCustomer(call)
      await removeChild(call.req, customer.id, text(call, 'id'))
      return { to: here, query: { done: 'removed' } }
    },
    refused,
  },
}
