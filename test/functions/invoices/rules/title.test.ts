import fc from 'fast-check'
import { gbkBytes } from '../../../../functions/core/io/gbk'
import { utf8Bytes } from '../../../../functions/core/pure/utf8'
import { titleQrVersions } from '../../../../functions/invoices/data/title'
import { crc16, crcText } from '../../../../functions/invoices/rules/crc16'
import { readTitle, writeTitle } from '../../../../functions/invoices/rules/title'
import {
  taxNumberWarns,
  tidyTitle,
  titleFaults,
  type InvoiceTitle,
} from '../../../../functions/invoices/rules/title-fields'
import { saysBoth } from '../../../harness/forms'

const gbk = gbkBytes
const company: InvoiceTitle = {
  name: '北京某某科技有限公司',
  taxNumber: '91110000101623741K',
  address: '北京市海淀区1号',
  phone: '010-12345678',
  bank: '某银行',
  account: '6222000000000000',
}
const CONTENT =
  '北京某某科技有限公司</>91110000101623741K</>北京市海淀区1号|010-12345678</>某银行|6222000000000000</>'
const person: InvoiceTitle = { name: '张三', taxNumber: '', address: '', phone: '', bank: '', account: '' }

const coded = (inside: string): string => `$01${Buffer.from(inside).toString('base64')}$`
const written = (title: InvoiceTitle): string => {
  const result = writeTitle(title, { gbk })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.text
}
const problems = (change: Partial<InvoiceTitle>): readonly string[] =>
  titleFaults({ ...company, ...change }, { gbk }).map(({ field, problem }) => `${field} ${problem}`)

describe('the QR code of an invoice title', () => {
  it('is as the standard has it, with the published CRC', () => {
    expect(crcText(crc16('umts', gbkBytes(CONTENT) ?? utf8Bytes('')))).toBe('8ED7')
    expect(written(company)).toBe(coded(`${CONTENT}8ED7`))
    expect(readTitle(coded(`${CONTENT}8ED7`), { gbk })).toEqual({ ok: true, title: company, crc: 'ok' })
  })

  it('of a person has a name alone', () => {
    expect(Buffer.from(written(person).slice(3, -1), 'base64').toString()).toMatch(
      /^张三<\/><\/>\|<\/>\|<\/>[0-9A-F]{4}$/,
    )
    expect(readTitle(written(person), { gbk })).toEqual({ ok: true, title: person, crc: 'ok' })
  })

  it('comes back as it was written, whatever stands in it', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCharCode(point)),
      fc.constantFrom(...'AZ09az<>/$+ -.()（）·，、&'),
    )
    const field = (maxLength: number) => fc.array(character, { maxLength }).map((all) => all.join(''))
    const title = fc.record({
      name: field(50),
      taxNumber: fc.constantFrom('', '91110000101623741K', '110101199003074', '92330106MA2GKHP69812'),
      address: field(30),
      phone: fc.constantFrom('', '010-12345678', '13800138000'),
      bank: field(20),
      account: fc.constantFrom('', '6222000000000000'),
    })
    fc.assert(
      fc.property(title, (typed) => {
        const result = writeTitle(typed, { gbk })
        const tidy = tidyTitle(typed)
        const clean = tidy.name !== '' && !Object.values(tidy).some((value) => value.includes('</>'))
        expect(result.ok).toBe(clean)
        if (!result.ok) return
        expect(readTitle(result.text, { gbk })).toEqual({ ok: true, title: tidy, crc: 'ok' })
        expect(readTitle(result.text)).toEqual({ ok: true, title: tidy, crc: 'notChecked' })
        expect(result.text.length).toBeLessThanOrEqual(result.qr.bytes)
      }),
    )
  })

  it('takes the least version that holds it', () => {
    const sized = (name: string, address: string, bank: string): number => {
      const result = writeTitle({ ...company, name, address, bank }, { gbk })
      return result.ok ? result.qr.version : 0
    }
    expect(sized('店', '', '')).toBe(12)
    expect(sized('店'.repeat(50), '路'.repeat(40), '')).toBe(18)
    expect(sized('店'.repeat(50), '路'.repeat(43), '行'.repeat(41))).toBe(25)
    const bytes = titleQrVersions.map((one) => one.bytes)
    expect([...bytes].sort((a, b) => a - b)).toEqual(bytes)
  })

  it('is read with spaces, line ends and no closing sign', () => {
    const text = written(company)
    const broken = `${text.slice(0, 40)}\r\n${text.slice(40, 80)} ${text.slice(80, -1)}`
    expect(readTitle(broken, { gbk })).toMatchObject({ ok: true, crc: 'ok' })
    expect(readTitle(text.replace(/=*\$$/, '$'), { gbk })).toMatchObject({ ok: true, crc: 'ok' })
  })

  it('is read as others write it: without “|”, CRC in small letters, without its leading zeros', () => {
    const content = `某店02</>${company.taxNumber}</></></>`
    const crc = crc16('umts', gbkBytes(content) ?? utf8Bytes(''))
    const readings = [crcText(crc), crcText(crc).toLowerCase(), crc.toString(16)].map((given) =>
      readTitle(coded(content + given), { gbk }),
    )
    for (const reading of readings) {
      expect(reading).toEqual({
        ok: true,
        title: { ...person, name: '某店02', taxNumber: company.taxNumber },
        crc: 'ok',
      })
    }
    const short = ['一', '二', '三']
      .flatMap((name) => [...Array(400).keys()].map((n) => `${name}${n}</></></></>`))
      .map((one) => ({ one, value: crc16('umts', gbkBytes(one) ?? utf8Bytes('')) }))
      .find(({ value }) => value < 0x100)
    expect(short).toBeDefined()
    if (short)
      expect(readTitle(coded(short.one + short.value.toString(16)), { gbk })).toMatchObject({ crc: 'ok' })
  })

  it('whose CRC does not fit, or cannot be reckoned, is read and not checked', () => {
    expect(readTitle(coded(`${CONTENT}8ED6`), { gbk })).toEqual({
      ok: true,
      title: company,
      crc: 'notChecked',
    })
    expect(readTitle(coded(`𠮷</></></></>0000`), { gbk })).toMatchObject({ ok: true, crc: 'notChecked' })
  })

  it.each([
    ['frame', '$02abcd$'],
    ['frame', 'abcd'],
    ['frame', '$01$'],
    ['base64', '$01a*b$'],
    ['base64', '$01aaaaa$'],
    ['utf8', `$01${Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]).toString('base64')}$`],
    ['fields', coded('只有名称8ED7')],
    ['fields', coded(`${CONTENT}多一项</>8ED7`)],
    ['fields', coded(`${CONTENT}XYZ`)],
    ['fields', coded('</></></></>0000')],
  ])('cannot be read: %s of %s', (problem, text) =>
    expect(readTitle(text, { gbk })).toEqual({ ok: false, problem }),
  )
})

describe('a title as typed', () => {
  it('of a company and of a person has no fault', () => {
    expect(titleFaults(company, { gbk })).toEqual([])
    expect(titleFaults(person, { gbk })).toEqual([])
  })

  it('is tidied: spaces, full-width digits, small letters of the tax number', () => {
    expect(
      tidyTitle({ ...company, name: ' 北京某某科技有限公司\u200b', taxNumber: '９１110000 101623741k' }),
    ).toEqual(company)
  })

  it('has every fault told at once', () => {
    expect(
      problems({
        name: '',
        taxNumber: '123',
        address: '一</>二',
        phone: '1|2',
        bank: '𠮷行',
        account: 'a\u202eb',
      }),
    ).toEqual([
      'name required',
      'taxNumber taxNumber',
      'address separator',
      'phone separator',
      'bank rare',
      'account unreadable',
    ])
  })

  it('names the characters that have no place in the code', () => {
    const result = writeTitle({ ...company, name: '𠮷𠮷🙂店' }, { gbk })
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.faults[0]?.words.zh).toContain('“𠮷🙂”')
    expect(titleFaults({ ...company, name: '𠮷店' })).toEqual([])
  })

  it.each([
    [{ name: '店'.repeat(50) }, []],
    [{ name: '店'.repeat(51) }, ['name long']],
    [{ name: 'a'.repeat(100) }, []],
    [{ name: 'a'.repeat(101) }, ['name long']],
    [{ address: '路'.repeat(43), phone: '010-12345678' }, []],
    [{ address: '路'.repeat(44), phone: '010-12345678' }, ['phone long']],
    [{ bank: '行'.repeat(50), account: '' }, ['bank long']],
    [{ taxNumber: '1'.repeat(14) }, ['taxNumber taxNumber']],
    [{ taxNumber: '1'.repeat(15) }, []],
    [{ taxNumber: '1'.repeat(20) }, []],
    [{ taxNumber: '1'.repeat(21) }, ['taxNumber taxNumber']],
  ])('counts a Chinese character as two: %j', (change, expected) =>
    expect(problems(change)).toEqual(expected),
  )

  it('warns of a tax number whose check digit does not fit, and of no other length', () => {
    expect(taxNumberWarns('91350100M000100Y43')).toBe(false)
    expect(taxNumberWarns('91350100M000100Y44')).toBe(true)
    expect(taxNumberWarns('110101199003074')).toBe(false)
  })

  it('says every fault in both languages', () => {
    const faults = titleFaults(
      { name: '', taxNumber: '1', address: 'a|b', phone: '', bank: '𠮷', account: 'a\u202eb' },
      { gbk },
    )
    const long = titleFaults({ ...company, name: '店'.repeat(60), address: '路'.repeat(60), phone: '1' })
    for (const { words } of [...faults, ...long]) {
      expect(saysBoth({ ...words, en: words.en.replace('𠮷', '') })).toBe(true)
    }
  })
})
