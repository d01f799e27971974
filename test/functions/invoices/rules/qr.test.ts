import fc from 'fast-check'
import { gbkBytes } from '../../../../functions/core/io/gbk'
import { otherWords, type OtherCode } from '../../../../functions/invoices/data/scanned'
import { readScanned, type Scanned } from '../../../../functions/invoices/rules/qr'
import { saysBoth } from '../../../harness/forms'
import { irregular, regular, unmatched } from '../../../harness/invoices/samples'

type Invoice = Extract<Scanned, { what: 'invoice' }>

const invoice = (text: string): Invoice => {
  const read = readScanned(text)
  if (read.what !== 'invoice') throw new Error(`read as ${read.what}: ${text}`)
  return read
}
const digital = '01,32,,26427000000375586818,10.70,20260430,,FAFB'
const digitalFacts = {
  kind: '32',
  code: '',
  number: '26427000000375586818',
  issuedOn: '2026-04-30',
  amount: 1070,
  amountOf: 'total',
  checkCode: '',
}
const ordinary = '01,10,011001700112,10113872,32,20180224,17602940807063740560,0819'

describe('what a scanner gives', () => {
  it('is read as the facts of a digital invoice, its amount with tax', () =>
    expect(invoice(digital).facts).toEqual(digitalFacts))

  it('is read as the facts of an ordinary invoice, its amount without tax', () =>
    expect(invoice(ordinary).facts).toEqual({
      kind: '10',
      code: '011001700112',
      number: '10113872',
      issuedOn: '2018-02-24',
      amount: 3200,
      amountOf: 'net',
      checkCode: '17602940807063740560',
    }))

  it('is read as the facts of a special invoice, without a check code', () =>
    expect(invoice('01,01,4400203130,32033889,66810.35,20210402,,103C').facts).toMatchObject({
      code: '4400203130',
      amount: 6_681_035,
      amountOf: 'net',
      checkCode: '',
    }))

  it.each([...regular, ...irregular].map(({ text }) => text))('has a CRC that fits: %s', (text) => {
    expect(invoice(text).crc.result).toBe('ok')
    expect(invoice(text).facts).toBeDefined()
  })

  it.each(unmatched)('is read as well where the CRC is of no known kind: %s', (text) => {
    expect(invoice(text).crc).toEqual({ result: 'notChecked' })
    expect(invoice(text).facts).toBeDefined()
  })

  it.each([
    ['a comma at the end', `${digital},`],
    ['spaces around', `  ${digital} \t`],
    ['spaces at each field', digital.split(',').join(' , ')],
    ['full-width commas', digital.replace(/,/g, '，')],
    [
      'full-width digits',
      digital.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['the CRC in small letters', digital.toLowerCase()],
    ['a Windows line end', `${digital}\r\n`],
    ['a byte-order mark and an end of text', `\ufeff${digital}\u0003`],
    ['lines before and after it', `扫描结果\r\n${digital}\r\n\r\n`],
    ['more fields after it', `${digital},,x`],
  ])('may have %s', (_, text) => {
    expect(invoice(text).facts).toEqual(digitalFacts)
    expect(invoice(text).crc.result).toBe('ok')
  })

  it('may have a CRC followed by a comma beside a check code', () =>
    expect(invoice(`${ordinary},`).crc).toEqual({ result: 'ok', variant: 'umts', comma: false }))

  it('may end before its CRC, which is then not checked', () => {
    expect(invoice('01,32,,26427000000375586818,10.70,20260430').facts).toEqual(digitalFacts)
    expect(invoice('01,32,,26427000000375586818,10.70,20260430,,').crc).toEqual({ result: 'notChecked' })
  })

  it('is never refused for its kind: what is not known is shown as it stands', () => {
    const read = invoice('01,99,,26427000000375586818,10.70,20260430,,0000')
    expect(read.fields.kind).toBe('99')
    expect(read.facts).toEqual({ ...digitalFacts, kind: '99' })
    expect(invoice('01,97,4400203130,32033889,5.00,20210402,,').facts).toMatchObject({ amountOf: 'net' })
  })

  it.each([
    ['its number', '01,32,,2642700000037558681,10.70,20260430,,'],
    ['its code', '01,01,440020313,32033889,66810.35,20210402,,'],
    ['its amount', '01,32,,26427000000375586818,10.705,20260430,,'],
    ['its day', '01,32,,26427000000375586818,10.70,20260431,,'],
    ['anything', '01,32,,,,,,'],
  ])('is shown without facts when %s cannot be read', (_, text) => {
    expect(invoice(text).facts).toBeUndefined()
    expect(invoice(text).fields).toMatchObject({ version: '01', kind: text.slice(3, 5) })
  })

  it('keeps the sign of a red-letter invoice', () =>
    expect(invoice('01,32,,26427000000375586818,-10.70,20260430,,').facts?.amount).toBe(-1070))

  it('is a title, whose CRC is checked where there is GBK', () => {
    const content = '某店</></>|</>|</>'
    const title = `$01${Buffer.from(`${content}0000`).toString('base64')}$`
    expect(readScanned(title)).toMatchObject({
      what: 'title',
      reading: { ok: true, title: { name: '某店' } },
    })
    const vector =
      '北京某某科技有限公司</>91110000101623741K</>北京市海淀区1号|010-12345678</>某银行|6222000000000000</>8ED7'
    const scanned = `$01${Buffer.from(vector).toString('base64')}$\r\n`
    expect(readScanned(scanned, { gbk: gbkBytes })).toMatchObject({ what: 'title', reading: { crc: 'ok' } })
    expect(readScanned(scanned)).toMatchObject({ what: 'title', reading: { crc: 'notChecked' } })
    expect(readScanned('$01abc$')).toMatchObject({ what: 'title', reading: { ok: false } })
  })

  it.each<[OtherCode, string]>([
    ['empty', ''],
    ['empty', ' \r\n\ufeff'],
    ['brokenInvoice', '01'.concat(',32,,26427000000375586818')],
    ['brokenInvoice', '01,011001700112,10113872,32,20180224,17602940807063740560'],
    ['invoiceNumber', '26427000000375586818'],
    [
      'blockchainInvoice',
      'https://bcfp.shenzhen.chinatax.gov.cn/verify/scan?hash=0&bill_num=1&total_amount=1',
    ],
    ['taxOffice', 'https://inv-veri.chinatax.gov.cn/'],
    ['taxOffice', 'HTTPS://DPPT.JIANGSU.CHINATAX.GOV.CN:8443/v/2_1'],
    ['link', 'https://chinatax.gov.cn.example.com/'],
    ['link', 'https://example.com/?next=inv-veri.chinatax.gov.cn'],
    ['payment', 'wxp://f2f0abc'],
    ['payment', 'https://qr.alipay.com/fkx1'],
    ['payment', '134567890123456789'],
    ['payment', '284567890123456789'],
    ['wechat', 'https://u.wechat.com/abc'],
    ['contact', 'BEGIN:VCARD\nFN:张三'],
    ['wifi', 'WIFI:S:net;T:WPA;P:secret;;'],
    ['link', 'http://a.cn/开票?id=1'],
    ['unknown', '发票号码：12345678'],
    ['unknown', '02,32,,26427000000375586818,10.70,20260430,,'],
    ['unknown', 'https://'],
  ])('is something else: %s', (other, text) =>
    expect(readScanned(text)).toMatchObject({ what: 'other', other }),
  )

  it('has words for everything else', () => {
    for (const words of Object.values(otherWords)) expect(saysBoth(words)).toBe(true)
  })

  it('never fails, whatever it is', () => {
    const piece = fc.constantFrom(
      '01',
      ',',
      '，',
      '$',
      '$01',
      '32',
      '20260430',
      '\r\n',
      ' ',
      '中',
      '1'.repeat(20),
      '-',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const read = readScanned(text, { gbk: gbkBytes })
          expect(['invoice', 'title', 'other']).toContain(read.what)
          if (read.what === 'invoice') expect(readScanned(read.text)).toEqual(read)
        },
      ),
    )
  })
})
