/** Whether somebody says that they are staff; whether they are is for Payload to find out. */
export const hasStaffCookie = (headers: Headers): boolean =>
  /(^|;\s*)molini-token=/.test(headers.get('cookie') ?? '')
