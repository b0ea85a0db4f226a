/** Drawn on a field of 22, stroke 1.5: LOOK 4. Always beside a word, or named by its button. */
const shapes = {
  menu: 'M3 6h16M3 11h16M3 16h10',
  search: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM14.4 14.4 19 19',
  user: 'M11 3.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM4.5 19c.5-3.6 3-5.5 6.5-5.5s6 1.9 6.5 5.5',
  bag: 'M4.5 7.5h13l.8 11.5H3.7ZM7.7 7.5V6.8a3.3 3.3 0 0 1 6.6 0v.7',
  x: 'M5 5l12 12M17 5 5 17',
  down: 'm5.5 8.5 5.5 5.5 5.5-5.5',
  right: 'm8.5 5.5 5.5 5.5-5.5 5.5',
  plus: 'M11 4v14M4 11h14',
  minus: 'M4 11h14',
  ruler: 'M2.5 7.5h17v7h-17ZM6.5 7.5V11M11 7.5V11M15.5 7.5V11',
  sliders: 'M3 7h9M17 7h2M3 15h2M10 15h9M14.5 4.8v4.4M7.5 12.8v4.4',
  check: 'm4.5 11.5 4 4 9-9',
  truck:
    'M2.5 5.5h10v10h-10ZM12.5 9h3.8l3.2 3.2v3.3h-7M6.2 15.5a1.7 1.7 0 1 0 .1 0M15.5 15.5a1.7 1.7 0 1 0 .1 0',
  heart: 'M11 18.5S3.5 14 3.5 8.6A3.9 3.9 0 0 1 11 7.2a3.9 3.9 0 0 1 7.5 1.4C18.5 14 11 18.5 11 18.5Z',
  play: 'M7 4.5v13l10-6.5Z',
  back: 'M4 9.5h9.5a4.5 4.5 0 0 1 0 9H8M7.5 6 4 9.5 7.5 13',
} as const

export type IconName = keyof typeof shapes
export const iconNames = Object.keys(shapes) as IconName[]

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : 'icon'} viewBox="0 0 22 22" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}
