import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import { connectLibsql } from '../../functions/core/io/store/sqlite/connection'
import { runStore } from '../../platform/store/cli'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const store = async (words: readonly string[], collections = allCollections) => {
  const said: string[] = []
  const code = await runStore({
    words,
    environment: { DATA_DIR: dir },
    say: (line) => void said.push(line),
    collections,
  })
  return { code, said: said.join('\n') }
}
const sql = (text: string): void => {
  const connection = connectLibsql(join(dir, 'shuibang.db'))
  connection.exec(text)
  connection.close()
}
const asDeclared = `${allCollections.length} collections as declared`

it('makes the store of a new folder, and finds it as declared', async () => {
  expect(await store(['check'])).toMatchObject({ code: 1, said: expect.stringContaining('no database') })
  expect(await store(['apply'])).toMatchObject({
    code: 0,
    said: `made: database ${join(dir, 'shuibang.db')}\n${asDeclared}`,
  })
  expect(await store(['check'])).toEqual({ code: 0, said: asDeclared })
  expect(await store(['apply'])).toEqual({ code: 0, said: asDeclared })
})

it('adds what a newer version declares, when asked to', async () => {
  await store(
    ['apply'],
    allCollections.filter(({ name }) => name !== 'slots'),
  )
  expect(await store(['check'])).toEqual({
    code: 1,
    said: 'missing: table c_slots\nmissing: index i_slots_unsettled_unsettled\nmissing: index i_slots_expiry_expiresAt',
  })
  expect(await store(['apply'])).toEqual({
    code: 0,
    said: `made: table c_slots\nmade: index i_slots_unsettled_unsettled\nmade: index i_slots_expiry_expiresAt\n${asDeclared}`,
  })
  expect((await store(['check'])).code).toBe(0)
})

it('finds a lost index, and changes nothing by looking', async () => {
  await store(['apply'])
  sql('DROP INDEX i_slots_expiry_expiresAt')
  const lost = { code: 1, said: 'missing: index i_slots_expiry_expiresAt' }
  expect(await store(['check'])).toEqual(lost)
  expect(await store(['check'])).toEqual(lost)
  expect((await store(['apply'])).said).toContain('made: index i_slots_expiry_expiresAt')
  expect((await store(['check'])).code).toBe(0)
})

it('finds a file that does not keep a log', async () => {
  sql('CREATE TABLE other (id TEXT)')
  const { code, said } = await store(['check'])
  expect(code).toBe(1)
  expect(said).toMatch(/^journal mode delete, not wal\nmissing: table c_receipts\n/)
})

it('refuses a file that is no database', async () => {
  writeFileSync(join(dir, 'shuibang.db'), 'not a database, not a database, not a database')
  expect(await store(['check'])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^cannot be read: .*not a database/),
  })
})

it.each([[[]], [['rubbish']], [['apply', 'more']]])('explains itself: %j', async (words) => {
  expect(await store(words)).toMatchObject({
    code: 2,
    said: expect.stringContaining('npm run store -- <command>'),
  })
})
