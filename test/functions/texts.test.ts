/** Chinese texts that users read are set in Chinese punctuation, everywhere the same. */
import { keptAfterErasure } from '../../functions/accounts/erasing'
import { allCollections } from '../../functions/all-collections'
import { blockedRows } from '../../functions/appointments/data/blocked'
import { limitRows } from '../../functions/appointments/data/limits'
import * as cancelling from '../../functions/appointments/rules/cancelling'
import * as ledger from '../../functions/appointments/rules/ledger'
import * as window from '../../functions/appointments/rules/window'
import { businessRows } from '../../functions/accounts/data/business'
import { AUTHORISATION_SCOPES } from '../../functions/accounts/data/scopes'
import { DUTIES } from '../../functions/core/pure/duties'
import * as incomeTaxBrackets from '../../functions/refunds/data/income-tax/brackets'
import * as incomeTaxConditions from '../../functions/refunds/data/income-tax/conditions'
import * as incomeTaxFigures from '../../functions/refunds/data/income-tax/figures'
import { incomeTaxForm } from '../../functions/refunds/data/income-tax/form'
import * as incomeTaxSources from '../../functions/refunds/data/income-tax/sources'
import * as incomeTaxWindows from '../../functions/refunds/data/income-tax/windows'
import * as incomeTaxWithholding from '../../functions/refunds/data/income-tax/withholding'
import * as incomeTaxWords from '../../functions/refunds/data/income-tax/words'
import { issueWords } from '../../functions/core/io/entry/issue-messages'
import { errorCodes, isErrorCode, rowOf } from '../../functions/core/pure/errors'
import '../../functions/deployment'
import { demoHalls } from '../../platform/demo/data/halls'
import { demoMatters } from '../../platform/demo/data/matters'
import { demoPeople } from '../../platform/demo/data/people'

const HALF_WIDTH = /[\u4e00-\u9fff”》][,:;?!()]|[,:;?!()][\u4e00-\u9fff“《]/

/** Every string inside, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

it.each([
  ['errors', errorCodes().filter(isErrorCode).map(rowOf)],
  ['field messages', issueWords],
  ['limits', limitRows],
  ['blocked times', blockedRows],
  ['what is kept', keptAfterErasure(allCollections)],
  ['what an export shows', allCollections.map(({ personal }) => personal)],
  ['duties and scopes', [DUTIES, AUTHORISATION_SCOPES, businessRows]],
  ['rules', [cancelling, ledger, window]],
  ['income tax', [incomeTaxBrackets, incomeTaxFigures, incomeTaxSources, incomeTaxWords]],
  ['income tax, claimed', [incomeTaxConditions, incomeTaxForm, incomeTaxWindows, incomeTaxWithholding]],
  ['demonstration data', [demoHalls, demoMatters, demoPeople]],
])('%s', (_, texts) => {
  const chinese = textsIn(texts).filter((text) => /[\u4e00-\u9fff]/.test(text))
  expect(chinese.length).toBeGreaterThan(2)
  expect(chinese.filter((text) => HALF_WIDTH.test(text))).toEqual([])
})
