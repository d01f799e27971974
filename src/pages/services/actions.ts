/** The twenty actions of the plan in their five groups (税总发〔2015〕113号), and how far each is. */
import type { IconName } from '../../ui'

type Number20 = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20

export interface Action {
  readonly text: `a${Number20}`
  readonly note: `n${Number20}`
  readonly icon: IconName
  /** `partly`: something of it works and `to` leads there. */
  readonly state: 'coming' | 'partly'
}

const action = (number: Number20, icon: IconName, state: Action['state'] = 'coming'): Action => ({
  text: `a${number}`,
  note: `n${number}`,
  icon,
  state,
})

export const GROUPS: readonly {
  readonly text: `group${1 | 2 | 3 | 4 | 5}`
  readonly actions: readonly Action[]
}[] = [
  { text: 'group1', actions: [action(1, 'people'), action(2, 'idea'), action(3, 'services')] },
  {
    text: 'group2',
    actions: [
      action(4, 'edit', 'partly'),
      action(5, 'calendar'),
      action(6, 'refund', 'partly'),
      action(7, 'print'),
    ],
  },
  {
    text: 'group3',
    actions: [
      action(8, 'phone'),
      action(9, 'invoice', 'partly'),
      action(10, 'qr', 'partly'),
      action(11, 'check', 'partly'),
    ],
  },
  {
    text: 'group4',
    actions: [
      action(12, 'shield'),
      action(13, 'book', 'partly'),
      action(14, 'lock'),
      action(15, 'bell', 'partly'),
    ],
  },
  {
    text: 'group5',
    actions: [
      action(16, 'help'),
      action(17, 'book'),
      action(18, 'desk', 'partly'),
      action(19, 'chart'),
      action(20, 'cloud'),
    ],
  },
]
