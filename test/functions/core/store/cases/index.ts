/** The whole suite: every sentence, for every engine. */
import type { Case } from './case'
import { commitCases } from './commits'
import { documentCases } from './documents'
import { historyCases } from './histories'
import { patchCases } from './patches'
import { readCases } from './reads'

export const cases: readonly Case[] = [
  ...documentCases,
  ...readCases,
  ...patchCases,
  ...commitCases,
  ...historyCases,
]
