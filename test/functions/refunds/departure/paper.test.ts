/** The form as a paper: read back, in both languages, and looked up by what a camera reads from it. */
import { groupedCode } from '../../../../functions/core/pure/verification-code'
import { codeOn } from '../../../harness/papers/read-code'
import { readPdf, type ReadPaper } from '../../../harness/papers/read'
import {
  CUSTOMS,
  formOf,
  HALL,
  issued,
  openWorld,
  TRANSFER,
  TRAVELLER,
  verified,
  type FormBody,
  type World,
} from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Lines set side by side are one text. */
const wordsOf = ({ pages }: ReadPaper): string =>
  pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ')

const paper = async (formId: string, language: 'en' | 'zh-CN') => {
  const part = await world.must<{ name: string; parts: number; bytes: string }>(
    'refunds/departurePaper',
    { formId },
    { as: TRAVELLER, language },
  )
  const texts = [part.bytes]
  for (let place = 1; place < part.parts; place += 1)
    texts.push(
      (
        await world.must<{ bytes: string }>(
          'refunds/departurePaper',
          { formId, place },
          { as: TRAVELLER, language },
        )
      ).bytes,
    )
  return { name: part.name, read: readPdf(Buffer.from(texts.join(''), 'base64')) }
}

test('says in both languages what it is, how much, until when; account numbers are not on it', async () => {
  const id = await issued(world, TRANSFER)
  const { code } = await formOf(world, id)
  const english = await paper(id, 'en')
  const words = wordsOf(english.read)
  expect(english.name).toBe(`Departure Tax Refund Form ${groupedCode(code)}.pdf`)
  for (const said of ['Emma Carter', '533401372', groupedCode(code), '124.30', '101.70', 'Customs'])
    expect(words).toContain(said)
  expect(words).not.toContain(String(TRANSFER.transferAccount))
  const chinese = wordsOf((await paper(id, 'zh-CN')).read)
  for (const said of ['离境退税申请单', '最迟离境', '101.70', '海关']) expect(chinese).toContain(said)
}, 60_000)

test('customs read its code with a camera', async () => {
  const id = await issued(world, { invoiceNo: '26312000000077777777' })
  const { read } = await paper(id, 'en')
  const shown = read.pages.map(codeOn).find((text) => text !== undefined)
  expect(shown).toBeDefined()
  const seen = await world.must<FormBody>(
    'refunds/customsLook',
    { hallId: HALL, code: shown },
    { as: CUSTOMS },
  )
  expect(seen.form.id).toBe(id)
  await verified(world, id)
  // The same form as it stands now, with the day on which customs saw it.
  const after = wordsOf((await paper(id, 'en')).read)
  expect(after).toContain('Verified by customs')
}, 60_000)
