import type { Limit } from './limit-counter'

/** Seconds. */
const minute = 60
const hour = 3600

export interface Rule {
  /** For everybody behind one address; many shoppers may share one. */
  address?: Pick<Limit, 'points' | 'duration'>
  /** For one account, cart or order, whoever asks. */
  subject?: Pick<Limit, 'points' | 'duration'>
  /** For what a stranger may want to guess: a slow database is waited for, rather than that each process counts for itself. */
  isStrict?: true
  /** Calls are given back that were none of those that are limited. */
  isLent?: true
}

/** Source: docs/store-api.md, "Limits". */
export const rules = {
  'sign-in': {
    address: { points: 30, duration: minute },
    subject: { points: 5, duration: minute },
    isStrict: true,
  },
  /** From a browser in which the account was opened before. */
  'sign-in-known': {
    address: { points: 30, duration: minute },
    subject: { points: 10, duration: 10 * minute },
    isStrict: true,
  },
  'staff-sign-in-known': {
    address: { points: 30, duration: minute },
    subject: { points: 10, duration: 10 * minute },
    isStrict: true,
  },
  'staff-sign-in': {
    address: { points: 30, duration: minute },
    subject: { points: 10, duration: 10 * minute },
    isStrict: true,
  },
  'staff-reset': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isStrict: true,
  },
  register: {
    address: { points: 10, duration: hour },
    subject: { points: 3, duration: hour },
    isStrict: true,
  },
  'reset-password': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isStrict: true,
  },
  'sign-in-link': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  /** Codes of a second factor: a million of them, three of which are right. */
  'second-step': {
    address: { points: 30, duration: 10 * minute },
    subject: { points: 10, duration: 10 * minute },
    isStrict: true,
  },
  'second-factor': {
    address: { points: 60, duration: hour },
    subject: { points: 20, duration: hour },
    isStrict: true,
  },
  /** Each sign-in is two calls. */
  google: { address: { points: 120, duration: hour }, isStrict: true },
  /** Each sign-in is two calls; what is answered cannot be guessed. */
  passkey: { address: { points: 120, duration: hour }, isStrict: true },
  /** What pages ask for unasked, so that a browser may offer a passkey: apart from the tries of people. */
  'passkey-autofill': { address: { points: 240, duration: hour } },
  /** Keys of mailed links, which cannot be guessed. */
  'confirm-link': { address: { points: 60, duration: hour }, isStrict: true },
  'change-email': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  /** Mails to an address that somebody names as their new one. */
  'mail-to': {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isStrict: true,
  },
  'confirm-reset': { address: { points: 20, duration: hour }, isStrict: true },
  'find-order': {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  order: { address: { points: 120, duration: minute } },
  /** Each is typeset anew. */
  paper: { address: { points: 30, duration: minute } },
  /** Wrong promotion codes: a right one gives its point back. */
  code: { address: { points: 10, duration: hour }, isStrict: true, isLent: true },
  'stock-alert': {
    address: { points: 20, duration: hour },
    subject: { points: 10, duration: hour },
    isStrict: true,
  },
  /** Each may be a mail to a stranger. */
  draw: {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  /** Each may bring three pictures to be made anew. */
  review: {
    address: { points: 20, duration: hour },
    subject: { points: 10, duration: hour },
    isStrict: true,
  },
  letter: {
    address: { points: 20, duration: hour },
    subject: { points: 3, duration: hour },
    isStrict: true,
  },
  message: {
    address: { points: 10, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  /** Reads everything that is kept about somebody. */
  export: {
    address: { points: 30, duration: hour },
    subject: { points: 10, duration: hour },
    isStrict: true,
  },
  erase: {
    address: { points: 20, duration: hour },
    subject: { points: 5, duration: hour },
    isStrict: true,
  },
  /** One click in a mail program, posted by the few machines of the mail's provider; the key in it cannot be guessed. */
  'letter-leave': { address: { points: 1_200, duration: minute } },
  /** A browser tells of each script, picture or style that a policy has kept out. */
  'policy-report': { address: { points: 60, duration: hour } },
  /** What was typed into a refused form and is too large for a cookie: each is a row for some minutes. */
  typed: { address: { points: 30, duration: 10 * minute } },
  /** Each answer is a row that is kept. */
  consent: { address: { points: 60, duration: hour }, isStrict: true },
  /** Shoes that a guest keeps: the first one makes a list. */
  wish: { address: { points: 300, duration: hour }, isStrict: true },
  cart: {
    address: { points: 600, duration: minute },
    subject: { points: 120, duration: minute },
  },
  checkout: {
    address: { points: 120, duration: minute },
    subject: { points: 10, duration: minute },
  },
  pay: {
    address: { points: 120, duration: minute },
    subject: { points: 20, duration: minute },
  },
  /** Listings, suggestions and reviews. */
  search: { address: { points: 240, duration: minute } },
  /** Each is a question to a map, and one address takes a dozen. */
  'address-search': { address: { points: 120, duration: minute } },
  account: { address: { points: 240, duration: minute } },
  /** Every call of the Store API, before anything of it is looked at; and what others tell the shop. */
  store: { address: { points: 3_000, duration: minute } },
  /** Payload's REST and GraphQL, for whoever is not signed in. */
  rest: { address: { points: 600, duration: minute } },
  graphql: { address: { points: 240, duration: minute } },
  /** Keys of integrations that this process has not seen a minute before. */
  key: { address: { points: 600, duration: minute } },
  /** For staff and their integrations, whom a token or key of this shop names: each for themselves, wherever they sit. */
  'staff-rest': { subject: { points: 3_000, duration: minute } },
  'staff-graphql': { subject: { points: 1_200, duration: minute } },
} satisfies Record<string, Rule>

export type LimitedAction = keyof typeof rules
