/** How calls of `invoices` succeed, and who is a stranger to what they touch. */
import { mine, type FunctionCases } from '../../harness/fuzz/cases'
import type { Taxpayer, World } from '../../harness/fuzz/world'
import { invoicePdf } from '../../harness/invoices/pdf'
import { digital, numberOf } from './world'

const TITLE = {
  name: '城东示范商贸有限公司',
  taxNumber: '91990102MA0DEM005F',
  address: '示范市城东区1号',
  phone: '010-12345678',
  bank: '示范银行',
  account: '6222020200112345678',
  first: true,
}

let drawn = 0
const facts = () => {
  drawn += 1
  return digital(numberOf(drawn), 10_000 + drawn)
}

const keeping = () => ({ facts: facts(), source: 'scan', category: 'dining', note: '' })

let pdf: Promise<Uint8Array> | undefined

/** A PDF that is whole, and attached to nothing yet. */
export const uploadedPdf = async (world: World, { token }: Pick<Taxpayer, 'token'>): Promise<string> => {
  pdf ??= invoicePdf()
  const bytes = Buffer.from(await pdf)
  const { upload } = await world.must<{ upload: { fileId: string; partBytes: number } }>('files/start', {
    input: { purpose: 'invoices.file', type: 'application/pdf', size: bytes.length },
    token,
  })
  const { fileId, partBytes } = upload
  for (let place = 0; place * partBytes < bytes.length; place += 1) {
    const part = bytes.subarray(place * partBytes, (place + 1) * partBytes)
    await world.must('files/put', { input: { fileId, place, bytes: part.toString('base64') }, token })
  }
  await world.must('files/finish', { input: { fileId }, token })
  return fileId
}

/** An invoice in the wallet of a taxpayer. */
const kept = async (world: World) => {
  const person = await world.taxpayer()
  const { invoice } = await world.must<{ invoice: { id: string } }>('invoices/keep', {
    input: keeping(),
    token: person.token,
  })
  return { person, id: invoice.id }
}

const withFile = async (world: World) => {
  const person = await world.taxpayer()
  const fileId = await uploadedPdf(world, person)
  const { invoice } = await world.must<{ invoice: { id: string } }>('invoices/keep', {
    input: { ...keeping(), source: 'pdf', fileId },
    token: person.token,
  })
  return { input: { id: invoice.id }, token: person.token }
}

const ofKept =
  (more: object = {}) =>
  async (world: World) => {
    const { person, id } = await kept(world)
    return { input: { id, ...more }, token: person.token }
  }

const begun = async (world: World, person?: Taxpayer) => {
  const owner = person ?? (await world.taxpayer())
  const { list } = await world.must<{ list: { id: string } }>('invoices/makeList', {
    input: { title: '差旅' },
    token: owner.token,
  })
  return { owner, id: list.id }
}

/** A list with an invoice on it. */
const filled = async (world: World) => {
  const { person, id } = await kept(world)
  const list = await begun(world, person)
  await world.must('invoices/putOnList', {
    input: { id: list.id, on: true, invoices: [id] },
    token: person.token,
  })
  return { owner: person, id: list.id }
}

const ofList = (make: (world: World) => Promise<{ owner: Taxpayer; id: string }>) => async (world: World) => {
  const { owner, id } = await make(world)
  return { input: { id }, token: owner.token }
}

const titled = async (world: World) => {
  const person = await world.taxpayer()
  const { title } = await world.must<{ title: { id: string } }>('invoices/saveTitle', {
    input: TITLE,
    token: person.token,
  })
  return { input: { id: title.id }, token: person.token }
}

export const cases: FunctionCases = {
  recipes: {
    check: async (world) => ({ input: facts(), token: (await world.taxpayer()).token }),
    known: async (world) => ({ input: facts(), token: (await world.taxpayer()).token }),
    keep: async (world) => ({ input: keeping(), token: (await world.taxpayer()).token }),
    mine: mine({}),
    get: ofKept(),
    readPdf: async (world) => {
      const person = await world.taxpayer()
      return { input: { fileId: await uploadedPdf(world, person) }, token: person.token }
    },
    file: withFile,
    change: ofKept({ category: 'office', note: '墨盒' }),
    setFile: async (world) => {
      const { person, id } = await kept(world)
      return { input: { id, fileId: await uploadedPdf(world, person) }, token: person.token }
    },
    remove: ofKept(),
    months: mine({ year: '2026' }),
    sheet: mine({ year: '2026' }),
    lists: mine({}),
    list: ofList(filled),
    makeList: mine({ title: '十一月' }),
    putOnList: async (world) => {
      const { person, id } = await kept(world)
      const list = await begun(world, person)
      return { input: { id: list.id, on: true, invoices: [id] }, token: person.token }
    },
    handIn: ofList(filled),
    takeBack: ofList(filled),
    dropList: ofList(begun),
    listSheet: ofList(filled),
    titles: mine({}),
    saveTitle: mine(TITLE),
    removeTitle: titled,
    titleQr: titled,
  },
  strangers: {
    keep: 'taxpayer',
    saveTitle: 'taxpayer',
    get: 'taxpayer',
    change: 'taxpayer',
    remove: 'taxpayer',
    file: 'taxpayer',
    setFile: 'taxpayer',
    list: 'taxpayer',
    putOnList: 'taxpayer',
    handIn: 'taxpayer',
    takeBack: 'taxpayer',
    dropList: 'taxpayer',
    listSheet: 'taxpayer',
    removeTitle: 'taxpayer',
    titleQr: 'taxpayer',
    readPdf: 'taxpayer',
  },
  owned: {
    keep: async (world) => ({
      ...keeping(),
      source: 'pdf',
      fileId: await uploadedPdf(world, await world.taxpayer()),
    }),
    saveTitle: async (world) => ({ ...TITLE, id: (await titled(world)).input.id }),
  },
  unknown: {
    id: `wi_${'0'.repeat(26)}`,
    fileId: `fl_${'0'.repeat(32)}`,
    ...Object.fromEntries(
      ['list', 'putOnList', 'handIn', 'takeBack', 'dropList', 'listSheet'].map((name) => [
        `${name}.id`,
        `rl_${'0'.repeat(26)}`,
      ]),
    ),
    ...Object.fromEntries(
      ['removeTitle', 'titleQr', 'saveTitle'].map((name) => [`${name}.id`, `ti_${'0'.repeat(26)}`]),
    ),
  },
}
