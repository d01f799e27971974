/** `npm run store` on every engine that a configuration can name. */
import { defineCollection } from '../../functions/core/io/store/collection'
import type { Doc } from '../../functions/core/io/store/contract'
import { openStore } from '../../functions/core/io/store/open'
import { readConfiguration } from '../../functions/core/io/entry/configuration'
import { runStore } from '../../platform/store/cli'
import { onEveryEngine } from '../harness/store/engines'
import { notes, testCollections } from '../harness/store/subject'

const more = [
  ...testCollections,
  defineCollection<Doc>({ ...notes, name: 'others', indexes: { byRank: ['rank'] } }),
]

const store = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  collections = more,
) => {
  const said: string[] = []
  const code = await runStore({ words, environment, say: (line) => void said.push(line), collections })
  return { code, said: said.join('\n').split('\n') }
}

onEveryEngine('npm run store', (engine) => {
  test('finds what a newer version declares missing, makes it, and finds all as declared; nothing is lost', async () => {
    const subject = await engine.open()
    const { environment } = subject
    try {
      await subject.store.commit([{ op: 'insert', collection: 'notes', id: 'kept', doc: { v: 1 } }])
      expect(await store(['check'], environment, [...testCollections])).toEqual({
        code: 0,
        said: ['2 collections as declared'],
      })
      const found = await store(['check'], environment)
      expect(found).toEqual({
        code: 1,
        said: expect.arrayContaining([expect.stringMatching(/missing.*others|others.*missing/)]),
      })
      expect(await store(['check'], environment)).toEqual(found)
      const made = await store(['apply'], environment)
      expect(made).toEqual({
        code: 0,
        said: expect.arrayContaining([expect.stringMatching(/^made: .*others/), '3 collections as declared']),
      })
      expect(await store(['apply'], environment)).toEqual({ code: 0, said: ['3 collections as declared'] })
      expect(await store(['check'], environment)).toEqual({ code: 0, said: ['3 collections as declared'] })
      const newer = await openStore(readConfiguration(environment).store, more)
      expect(await newer.read('notes', ['kept'])).toEqual([expect.objectContaining({ id: 'kept' })])
      expect((await newer.query('others', { index: 'byRank' })).items).toEqual([])
      await newer.close()
    } finally {
      await subject.close()
    }
  })
})

test('a configuration that is none is told whole, before anything is touched', async () => {
  const { code, said } = await store(['apply'], {
    STORE: 'postgres',
    DATABASE_CONNECTIONS: '0',
    LOG_LEVEL: 'loud',
  })
  expect(code).toBe(2)
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('DATABASE_CONNECTIONS'),
      expect.stringContaining('LOG_LEVEL'),
    ]),
  )
})

test('a database that cannot be reached fails with its reason, and without the password', async () => {
  const { code, said } = await store(['check'], {
    STORE: 'postgres',
    DATABASE_URL: 'postgres://someone:secret@127.0.0.1:9/none',
  })
  expect(code).toBe(1)
  expect(said.join('\n')).toMatch(/^check failed: .*ECONNREFUSED/)
  expect(said.join('\n')).not.toContain('secret')
})
