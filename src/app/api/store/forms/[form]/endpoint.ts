import { DomainError } from '#domain/errors'
import { trustedOrigins } from '#ops/origins'
import { comesFromUs } from '#services/trusted-origin'
import { readForm } from '../../../_http/body'
import { route, type Call } from '../../../_http/route'
import { accountForms } from '../account-forms'
import { afterForms } from '../after-forms'
import { cartForms } from '../cart-forms'
import { checkoutForms } from '../checkout-forms'
import { choiceForms } from '../choice-forms'
import { drawForms } from '../draw-forms'
import { reviewForms } from '../review-forms'
import { wishForms } from '../wish-forms'
import { letterForms } from '../letter-forms'
import { privacyForms } from '../privacy-forms'
import { securityForms } from '../security-forms'
import { sizeForms } from '../size-forms'
import { stockForms } from '../stock-forms'
import { wearForms } from '../wear-forms'
import { marketOfForm, runForm, type Form } from '../form'

const forms: Readonly<Record<string, Form>> = {
  ...cartForms,
  ...checkoutForms,
  ...accountForms,
  ...choiceForms,
  ...afterForms,
  ...stockForms,
  ...drawForms,
  ...reviewForms,
  ...wishForms,
  ...letterForms,
  ...privacyForms,
  ...securityForms,
  ...sizeForms,
  ...wearForms,
}

const formOf = (name: string | undefined): Form => {
  const form = name !== undefined && Object.hasOwn(forms, name) ? forms[name] : undefined
  if (!form) throw new DomainError('resource.not-found')
  return form
}

const answerForm = (form: Form, call: Call, fields: URLSearchParams): Promise<Response> =>
  runForm(form, { ...call, fields, market: marketOfForm(fields) })

export const { GET, POST, PUT, PATCH, DELETE } = route({
  /** Only a filter may be asked for by its address: it changes nothing. */
  GET: async (call) => {
    if (call.params.form !== 'filter') throw new DomainError('method.not-allowed')
    return answerForm(formOf('filter'), call, call.url.searchParams)
  },
  POST: async (call) => {
    if (comesFromUs(call.request.headers, trustedOrigins()) !== true)
      throw new DomainError('origin.untrusted')
    return answerForm(formOf(call.params.form), call, await readForm(call.request))
  },
})
