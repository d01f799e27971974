/** Whatever JSON is given to a store is refused, or comes back the same: on every engine. */
import * as fc from 'fast-check'
import { StoreInputError, type Json } from '../../../../functions/core/io/store/contract'
import { onEveryEngine } from '../../../harness/store/engines'
import { openTransacting } from '../../../harness/store/transacting'

const values = fc.oneof(
  fc.jsonValue({ noUnicodeString: false }),
  fc.dictionary(
    fc.stringMatching(/^\w{1,5}$/),
    fc.oneof(
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }),
      fc.constant(null),
      fc.array(fc.maxSafeInteger(), { maxLength: 3 }),
    ),
  ),
)

onEveryEngine('any JSON value', (engine) => {
  test('is refused or is read back the same', async () => {
    const t = await openTransacting(engine)
    let n = 0
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const id = `d${(n += 1)}`
        const outcome = await t.store
          .commit([{ op: 'insert', collection: 'notes', id, doc: { value: value as Json } }])
          .catch((error: unknown) => error)
        const stored = await t.doc(id, 'notes')
        if (outcome instanceof StoreInputError) expect(stored).toBeUndefined()
        else expect(stored).toEqual(JSON.parse(JSON.stringify({ value })))
      }),
      { numRuns: 200, seed: 7 },
    )
    await t.subject.close()
  })
})
