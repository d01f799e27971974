/** What the commands say about what went wrong. */
import { AppError } from '../../../functions/core/pure/errors'
import { toldOf } from '../../../platform/data/cli'
import { DataRefused } from '../../../platform/data/refused'

it('says what to do about a database that is away, and keeps stacks for defects', () => {
  const away = new AppError('BUSY', undefined, { cause: new Error('no connection: connect ECONNREFUSED') })
  expect(toldOf(away)).toBe(
    'the database is busy or away (no connection: connect ECONNREFUSED). Run the same again: export goes on where it was, import with --resume',
  )
  expect(toldOf(new DataRefused('not empty'))).toBe('not empty')
  expect(toldOf(new TypeError('of ours'))).toMatch(/^failed: TypeError: of ours\n +at /)
})
