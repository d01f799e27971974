/** How calls of `profiles` succeed, and who is a stranger to what they touch. */
import { mine, type FunctionCases } from '../../harness/fuzz/cases'
import type { World } from '../../harness/fuzz/world'

const TRAITS = {
  kind: 'smallScale',
  taxes: ['vat', 'stamp'],
  industry: '62',
  region: '350203',
  size: 'micro',
}

const said = async (world: World) => {
  const { taxpayerId, token } = await world.taxpayer()
  return { input: { taxpayerId, traits: TRAITS }, token }
}

export const cases: FunctionCases = {
  recipes: { mine: mine({}), set: said, follow: mine({ interests: ['relief'], hears: true }) },
  strangers: { set: 'taxpayer' },
  unknown: { taxpayerId: 'tp_nobody' },
}
