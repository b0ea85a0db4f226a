/** Where plain forms go; each is answered by a redirect. */
export const formPaths = {
  add: '/api/store/forms/add',
  filter: '/api/store/forms/filter',
  line: '/api/store/forms/line',
  remove: '/api/store/forms/remove',
  code: '/api/store/forms/code',
  checkout: '/api/store/forms/checkout',
  register: '/api/store/forms/register',
  signIn: '/api/store/forms/sign-in',
  signOut: '/api/store/forms/sign-out',
  forgot: '/api/store/forms/forgot',
  reset: '/api/store/forms/reset',
  findOrder: '/api/store/forms/find-order',
  address: '/api/store/forms/address',
  removeAddress: '/api/store/forms/remove-address',
} as const
