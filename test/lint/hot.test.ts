/** Hot collections, as the functions declare them, are written by `store.patch` alone. */
import { lint } from '../harness/lint/lint'

const RULE = 'shuibang/hot-outside-commits'
/** `slots` is hot, `halls` is not. */
const using = (statement: string, imports = "import { halls, slots } from './collections'") =>
  `${imports}\nexport const work = async (tx: Tx, store: Store): Promise<void> => {\n  ${statement}\n}\n`

interface Case {
  readonly says: string
  readonly code: string
  readonly refused?: true
  readonly file?: string
}
const cases: readonly Case[] = [
  {
    says: 'a patch inside a commit',
    code: using("tx.patch(slots, 's', { add: { left: -1 } })"),
    refused: true,
  },
  { says: 'a replacement inside a commit', code: using("tx.replace(slots, 's', doc)"), refused: true },
  { says: 'put inside a commit', code: using("tx.put(slots, 's', doc)"), refused: true },
  {
    says: 'a patch by a name of its own',
    code: using("const { patch } = tx\n  patch(slots, 's', {})"),
    refused: true,
  },
  {
    says: 'under another local name',
    code: using("tx.patch(seats, 's', {})", "import { slots as seats } from './collections'"),
    refused: true,
  },
  {
    says: 'through a namespace',
    code: using("tx.patch(collections.slots, 's', {})", "import * as collections from './collections'"),
    refused: true,
  },
  {
    says: 'a change given to commit',
    code: using("await store.commit([{ op: 'patch', collection: slots.name, id: 's', add: { left: -1 } }])"),
    refused: true,
  },
  {
    says: 'a change given to commit by the name of the collection',
    code: using("await store.commit([{ op: 'replace', collection: 'slots', id: 's', version, doc }])"),
    refused: true,
  },
  { says: 'a read that the commit would check', code: using("await tx.get(slots, 's')"), refused: true },
  {
    says: 'the platform too',
    code: using("tx.patch(slots, 's', {})", "import { slots } from '../functions/appointments/collections'"),
    file: 'platform/a.ts',
    refused: true,
  },
  {
    says: 'a patch outside',
    code: using("await store.patch({ collection: slots.name, id: 's', add: { left: -1 } })"),
  },
  { says: 'a peek', code: using("await tx.peek(slots, 's')") },
  { says: 'a read outside', code: using("await reader(store).get(slots, 's')") },
  { says: 'new hot documents in a commit', code: using("tx.insert(slots, 's', doc)") },
  { says: 'what is not hot', code: using("tx.patch(halls, 'h', {})\n  tx.put(halls, 'h', doc)") },
]

describe('a hot collection', () => {
  let answers: ReturnType<typeof lint>
  beforeAll(() => {
    answers = lint(cases.map(({ file = 'functions/appointments/a.ts', code }) => ({ file, code })))
  }, 60_000)

  test.each(cases.map((one, index) => [one.refused ? 'refused' : 'allowed', one.says, index] as const))(
    '%s: %s',
    (_how, _says, index) => {
      const found = (answers[index] ?? []).filter(({ rule }) => rule === RULE)
      expect(found).toHaveLength(cases[index]?.refused ? 1 : 0)
    },
  )
})
