import localFont from 'next/font/local'

// The font loader reads these calls as they stand: every value is a literal.
const text = localFont({
  src: './_fonts/text.woff2',
  variable: '--font-text',
  weight: '400 600',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E,U+00A0,U+00A9,U+00AB,U+00AD,U+00B0,U+00B7,U+00BB,U+00C0,U+00C4,U+00C8-00C9,U+00CC,U+00D2,U+00D6-00D7,U+00D9,U+00DC,U+00DF-00E0,U+00E4,U+00E8-00E9,U+00EC,U+00F2,U+00F6,U+00F9,U+00FC,U+2013-2014,U+2018-2019,U+201C-201E,U+2022,U+2026,U+20AC,U+2212',
    },
  ],
})
const textMore = localFont({
  src: '../../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  variable: '--font-text-more',
  weight: '400 600',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+00A1-00A8,U+00AA,U+00AC,U+00AE-00AF,U+00B1-00B6,U+00B8-00BA,U+00BC-00BF,U+00C1-00C3,U+00C5-00C7,U+00CA-00CB,U+00CD-00D1,U+00D3-00D5,U+00D8,U+00DA-00DB,U+00DD-00DE,U+00E1-00E3,U+00E5-00E7,U+00EA-00EB,U+00ED-00F1,U+00F3-00F5,U+00F7-00F8,U+00FA-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-2012,U+2015-2017,U+201A-201B,U+201F-2021,U+2023-2025,U+2027-206F,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD',
    },
  ],
})
const textExt = localFont({
  src: '../../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2',
  variable: '--font-text-ext',
  weight: '400 600',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})
const display = localFont({
  src: './_fonts/display.woff2',
  variable: '--font-display',
  weight: '400',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E,U+00A0,U+00A9,U+00AB,U+00AD,U+00B0,U+00B7,U+00BB,U+00C0,U+00C4,U+00C8-00C9,U+00CC,U+00D2,U+00D6-00D7,U+00D9,U+00DC,U+00DF-00E0,U+00E4,U+00E8-00E9,U+00EC,U+00F2,U+00F6,U+00F9,U+00FC,U+2013-2014,U+2018-2019,U+201C-201E,U+2022,U+2026,U+20AC,U+2212',
    },
  ],
})
const displayMore = localFont({
  src: '../../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2',
  variable: '--font-display-more',
  weight: '400',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+00A1-00A8,U+00AA,U+00AC,U+00AE-00AF,U+00B1-00B6,U+00B8-00BA,U+00BC-00BF,U+00C1-00C3,U+00C5-00C7,U+00CA-00CB,U+00CD-00D1,U+00D3-00D5,U+00D8,U+00DA-00DB,U+00DD-00DE,U+00E1-00E3,U+00E5-00E7,U+00EA-00EB,U+00ED-00F1,U+00F3-00F5,U+00F7-00F8,U+00FA-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-2012,U+2015-2017,U+201A-201B,U+201F-2021,U+2023-2025,U+2027-206F,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD',
    },
  ],
})
const displayExt = localFont({
  src: '../../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-ext-wght-normal.woff2',
  variable: '--font-display-ext',
  weight: '400',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

/** Class names that bring the faces. The cut of our own is preloaded; the rest comes when a letter of it is used. */
export const fontClasses = [text, textMore, textExt, display, displayMore, displayExt]
  .map(({ variable }) => variable)
  .join(' ')
