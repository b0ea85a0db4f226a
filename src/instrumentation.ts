import { env, insideNext } from '#env'

/** Next.js calls this once, before it answers. The server of ours needs nothing of it. */
export async function register(): Promise<void> {
  if (!insideNext || !env.isOnPlatform) return
  const { keepDoor } = await import('#front/door-keeper')
  keepDoor()
}
