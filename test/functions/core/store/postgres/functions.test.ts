/** A stored function that is deployed is called by code of several versions at once. */
import { createHash } from 'node:crypto'
import { storedFunctions } from '../../../../../functions/core/io/store/postgres/functions'

const sum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Another body, however it answers, makes instances of the older version unready, and indexes of `key` wrong: it gets the next number. */
test('what is under a name and its number never changes', () => {
  const found = Object.fromEntries(storedFunctions.map(({ name, head, body }) => [name, sum(head + body)]))
  expect(found).toEqual({
    shuibang_key_1: '86542357363c8354',
    shuibang_at_1: '9a7a226ed86b144a',
    shuibang_put_1: '286a033fc6ada0b9',
    shuibang_patched_1: 'd71a13e075b3399e',
    shuibang_patch_1: 'c719fb994d268097',
    shuibang_commit_1: 'eb13ef5c10d8dc74',
  })
})
