/** What may be repeated is told by the contracts, not by a list of names. */
import { deployment } from '../../functions/deployment'
import { metaOf } from '../../functions/core/io/entry/procedures'
import { errorCodes, isErrorCode, rowOf } from '../../functions/core/pure/errors'
import { READS } from '../../src/client/effects'
import { RETRYABLE } from '../../src/client/retryable'

test('reads are the procedures that change nothing by their contract, by function and name', () => {
  const reads = deployment.flatMap(({ name, contract }) =>
    Object.entries(contract)
      .filter(([, procedure]) => metaOf(procedure).effect === 'read')
      .map(([procedure]) => `${name}/${procedure}`),
  )
  expect([...READS].sort()).toEqual(reads.sort())
})

test('codes that may be tried again are those of the error tables', () => {
  const codes = errorCodes().filter((code) => isErrorCode(code) && rowOf(code).retry)
  expect([...RETRYABLE].sort()).toEqual([...codes].sort())
})
