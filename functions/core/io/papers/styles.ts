/** How papers look: A4, in points (1/72 inch). */
import type { Weight } from './fonts'

export const PAGE = { width: 595.28, height: 841.89 } as const
/** 2 cm at the sides; the foot holds page number and remarks. */
export const MARGIN = { left: 56, right: 56, top: 60, bottom: 68 } as const
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right
export const BOTTOM = PAGE.height - MARGIN.bottom

export const INK = '#1a1a1a'
/** 5.9:1 on white: small print stays readable. */
export const GREY = '#5c6470'
export const RULE = '#9aa2ad'
export const SHADE = '#f1f3f6'

export interface Style {
  readonly weight: Weight
  readonly size: number
  readonly colour: string
}

export const STYLES = {
  title: { weight: 'bold', size: 17, colour: INK },
  office: { weight: 'regular', size: 10.5, colour: INK },
  heading: { weight: 'bold', size: 11, colour: INK },
  body: { weight: 'regular', size: 10.5, colour: INK },
  cell: { weight: 'regular', size: 9.5, colour: INK },
  head: { weight: 'bold', size: 9.5, colour: INK },
  label: { weight: 'regular', size: 9.5, colour: GREY },
  note: { weight: 'regular', size: 8, colour: GREY },
} as const satisfies Readonly<Record<string, Style>>
