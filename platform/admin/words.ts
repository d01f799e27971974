/** Texts of an imported file, in both languages: held to the same rule as what people type. */
import * as z from 'zod'
import { issueWords } from '../../functions/core/io/entry/issue-messages'
import { personText } from '../../functions/core/io/schema'

export const words = z.strictObject({ zh: personText({ max: 400 }), en: personText({ max: 400 }) })

/** What a refinement is called, in words; zod's own message for the rest. */
export const issueText = (message: string): string =>
  Object.entries(issueWords).find(([name]) => name === message)?.[1].en ?? message
