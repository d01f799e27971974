/** An invoice as a PDF with a text layer: each character has a code of its own, and a table says which character it is. */

const hex = (number, digits) => number.toString(16).toUpperCase().padStart(digits, '0')

const toUnicode = (characters) =>
  [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Text def /CMapType 2 def',
    '1 begincodespacerange <01> <FF> endcodespacerange',
    `${characters.length} beginbfchar`,
    ...characters.map((one, at) => `<${hex(at + 1, 2)}> <${hex(one.codePointAt(0), 4)}>`),
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')

const stream = (text) => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`

/** @param {readonly string[]} lines @returns {Buffer} */
const pdfOf = (lines) => {
  const characters = [...new Set(lines.join(''))]
  const coded = (line) => [...line].map((one) => hex(characters.indexOf(one) + 1, 2)).join('')
  const shown = lines.map((line, at) => `1 0 0 1 40 ${780 - at * 24} Tm <${coded(line)}> Tj`)
  const widths = characters.map(() => 1000).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(`BT /F 10 Tf ${shown.join(' ')} ET`),
    `<< /Type /Font /Subtype /TrueType /BaseFont /Text /FirstChar 1 /LastChar ${characters.length} /Widths [${widths}] /ToUnicode 6 0 R >>`,
    stream(toUnicode(characters)),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = Buffer.byteLength(text)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = Buffer.byteLength(text)
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Of an invoice with these figures, as a seller would send it. */
export const pdfOfInvoice = ({ number, issuedOn, amount }) => {
  const [year, month, day] = issuedOn.split('-')
  return pdfOf([
    '电子发票（普通发票）',
    `发票号码：${number}`,
    `开票日期：${year}年${month}月${day}日`,
    '*餐饮服务*餐费',
    `价税合计（小写）¥${(amount / 100).toFixed(2)}`,
  ])
}
