/** A draft as the parts of the editor, in the order in which one thinks about a campaign. */
import { CAMPAIGN_ID } from '../../../../functions/lottery/rules/campaign-limits'
import { both } from './both'
import { nameItems, sourceItems } from './common-items'
import { dayItem, labelOf, textItem, type Part } from './items'
import { drawParts, poolsPart } from './parts-plan'
import { termsParts } from './parts-terms'
import type { Draft } from './tree'

const basics = (): Part => ({
  key: 'basics',
  title: both('edit.part.basics'),
  items: [
    {
      ...textItem('id', { min: 3, max: 40 }, { hint: both('edit.idHint') }),
      shape: CAMPAIGN_ID,
      shapeSaid: both('edit.idShape'),
    },
    ...nameItems('name'),
    ...nameItems('organiser'),
    ...nameItems('place'),
    dayItem('opensOn', { hint: both('edit.daysHint') }),
    dayItem('closesOn'),
    ...sourceItems(''),
  ],
})

export const partsOf = (draft: Draft): readonly Part[] => [
  basics(),
  ...termsParts(draft),
  poolsPart(draft),
  ...drawParts(draft),
  {
    key: 'draws',
    title: both('edit.part.draws'),
    items: [{ kind: 'note', path: 'draws', label: labelOf('draws') }],
  },
]
