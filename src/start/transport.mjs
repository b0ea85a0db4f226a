/**
 * Names and values, one after the other, that every page has where the shop is reached by https: who has come that way
 * comes by no other for a year. Source: RFC 6797. Other names below the domain are not ours to speak for.
 * @param {{ NEXT_PUBLIC_APP_URL?: string }} environment
 * @returns {string[]}
 */
export const transportHeaders = ({ NEXT_PUBLIC_APP_URL = '' }) =>
  NEXT_PUBLIC_APP_URL.startsWith('https:') ? ['Strict-Transport-Security', 'max-age=31536000'] : []
