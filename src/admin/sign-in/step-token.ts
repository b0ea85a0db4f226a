import { cookies } from 'next/headers'
import { staffStepCookie } from '#services/staff-steps'

/** The token of the first step that this browser carries; empty when it carries none. */
export const stepToken = async (): Promise<string> => (await cookies()).get(staffStepCookie)?.value ?? ''
