/** What shows that a handler of ours asks for a page as Next.js made it. Its value is made anew by every build. */
export const pageHeader = 'x-molini-page'
