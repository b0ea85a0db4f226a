/**
 * Where pictures of this shop may lie apart from its own address, for `next/image`: files of the one app at UploadThing,
 * under today's host and the older one. The environment is that of the build.
 * @param {Record<string, string | undefined>} environment
 */
export function imageHosts({ UPLOADTHING_TOKEN, UPLOADTHING_APP_ID }) {
  const app = UPLOADTHING_APP_ID || appOf(UPLOADTHING_TOKEN)
  if (!app || !/^[a-z0-9-]{1,63}$/i.test(app)) return []
  const at = (hostname, pathname) => ({ protocol: 'https', hostname, port: '', pathname, search: '' })
  return [at(`${app}.ufs.sh`, '/f/*'), at('utfs.io', '/f/*'), at('utfs.io', `/a/${app}/*`)]
}

function appOf(token) {
  try {
    return token && JSON.parse(Buffer.from(token, 'base64').toString()).appId
  } catch {
    return undefined
  }
}
