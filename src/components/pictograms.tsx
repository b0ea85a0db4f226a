import type { MaterialCode } from '#domain/views'

/** The parts and materials of the shoe label, after the descriptions of Directive 94/11/EC, annex I. */
const hide =
  'M15 3.5c1.3 0 2 .8 2.3 2 2.4-.3 4.7-1.2 6.7-2.5l2.5 4.5c-2.2 1-3.6 2.5-4 4.5.6 2.8.6 5.6 0 8.5.5 1.9 1.8 3.2 3.8 4l-2.3 3.7c-2.2-1-4.3-1.6-6.2-1.7-.7 1-1.7 1.5-2.8 1.5s-2.1-.5-2.8-1.5c-1.9.1-4 .7-6.2 1.7l-2.3-3.7c2-.8 3.3-2.1 3.8-4-.6-2.9-.6-5.7 0-8.5-.4-2-1.8-3.5-4-4.5l2.5-4.5c2 1.3 4.3 2.2 6.7 2.5.3-1.2 1-2 2.3-2Z'

const materials: Readonly<Record<MaterialCode, React.ReactNode>> = {
  leather: <path d={hide} />,
  'coated-leather': (
    <>
      <path d={hide} />
      <path d="m15 10.5 4.5 5.5-4.5 5.5-4.5-5.5Z" />
    </>
  ),
  textile: (
    <>
      <rect x="4" y="4" width="22" height="22" />
      <path d="M9.5 4v22M15 4v22M20.5 4v22M4 9.5h22M4 15h22M4 20.5h22" />
    </>
  ),
  other: <path d="m15 3.5 11.5 11.5L15 26.5 3.5 15Z" />,
}

const upper = 'M3 19c.5-2 3-3 6-3.7 2.6-.6 4-2.3 5.5-4.8l1.5-2.5c3.5 1.3 7.5 1.3 11 0v11Z'
const sole = 'M2.5 19h24.5v3.2h-8.5l-1.5-1.2H2.5Z'

const parts = {
  upper: (
    <>
      <path d={upper} fill="currentColor" />
      <path d={sole} />
    </>
  ),
  lining: (
    <>
      <path d={upper} />
      <path d="M6 18c3-1.4 6.5-1.8 8.8-4.2l2.4-3.3c2.6.7 5.2.7 7.8.2V17Z" fill="currentColor" />
      <path d={sole} />
    </>
  ),
  sole: (
    <>
      <path d={upper} />
      <path d={sole} fill="currentColor" />
    </>
  ),
} as const

export type ShoePart = keyof typeof parts

const Drawing = ({ children }: { children: React.ReactNode }) => (
  <svg
    className="pictogram"
    viewBox="0 0 30 30"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.2"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
)

export const PartPictogram = ({ part }: { part: ShoePart }) => <Drawing>{parts[part]}</Drawing>
export const MaterialPictogram = ({ material }: { material: MaterialCode }) => (
  <Drawing>{materials[material]}</Drawing>
)
