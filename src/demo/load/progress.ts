const width = 32

export interface Progress {
  /** `share` of the whole that is done, 0 to 1. */
  readonly show: (share: number, what: string) => void
  readonly end: () => void
}

/** How full the bar is, for example `[########                        ]  25 %  variants`. */
export function barOf(share: number, what: string): string {
  const bounded = Math.min(1, Math.max(0, share))
  const full = Math.round(bounded * width)
  const percent = String(Math.floor(bounded * 100)).padStart(3)
  return `[${'#'.repeat(full)}${' '.repeat(width - full)}] ${percent} %  ${what}`
}

/** A bar that moves in a terminal, and a line for every tenth where the output is kept. */
export function openProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  let last = ''
  return {
    show: (share, what) => {
      const line = barOf(share, what)
      const mark = out.isTTY ? line : `${Math.floor(share * 10)} ${what}`
      if (mark === last) return
      last = mark
      out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`)
    },
    end: () => {
      if (out.isTTY) out.write('\n')
    },
  }
}
