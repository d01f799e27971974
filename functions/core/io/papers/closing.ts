/** The end of a paper: where somebody signs or seals, and what anybody verifies it by. */
import qrcode from 'qrcode-generator'
import { groupedCode, plainCode } from '../../pure/verification-code'
import { centre, type Canvas } from './canvas'
import { beginPart } from './heading'
import type { Place, Proof } from './paper'
import { INK, MARGIN, RULE, STYLES, WIDTH } from './styles'
import { fullDate } from './values'
import { WORDS } from './words'

/** Points: room for a seal of 4 cm. */
const BOX = { height: 122, gap: 12, pad: 8 } as const

const writePlace = (canvas: Canvas, place: Place, column: number): void => {
  const width = (WIDTH - BOX.gap) / 2
  const x = MARGIN.left + column * (width + BOX.gap)
  const { y, doc } = canvas
  const inner = { x: x + BOX.pad, width: width - 2 * BOX.pad }
  const kind = canvas.text(place.kind === 'seal' ? WORDS.seal : WORDS.signature)
  const [label, name] = [canvas.text(place.label), place.name === undefined ? '' : canvas.text(place.name)]
  const date = place.day === undefined ? '' : canvas.text(fullDate(place.day))
  const foot = y + BOX.height - BOX.pad
  canvas.ornament(() => doc.rect(x, y, width, BOX.height).lineWidth(0.5).stroke(RULE))
  const element = canvas.element('P')
  element.add(() => {
    canvas.write(canvas.lines(label, STYLES.head, inner.width), STYLES.head, { ...inner, y: y + BOX.pad })
    if (name !== '') {
      const lines = canvas.lines(name, STYLES.body, inner.width)
      canvas.write(lines, STYLES.body, { ...inner, y: y + BOX.pad + 20 })
    }
    const lines = canvas.lines(`${kind}：`, STYLES.label, inner.width)
    canvas.write(canvas.language === 'en' ? [`${kind}:`] : lines, STYLES.label, { ...inner, y: foot - 34 })
    const day =
      canvas.language === 'en' ? `${canvas.text(WORDS.date)}: ${date}` : `${canvas.text(WORDS.date)}：${date}`
    canvas.write([day], STYLES.label, { ...inner, y: foot - 14 })
  })
}

/** Two side by side; a box is never cut. */
export const writePlaces = (canvas: Canvas, places: readonly Place[]): void => {
  for (let at = 0; at < places.length; at += 2) {
    canvas.y += BOX.gap
    canvas.keep(BOX.height)
    places.slice(at, at + 2).forEach((place, column) => writePlace(canvas, place, column))
    canvas.y += BOX.height
  }
}

/** Points of the code's side, without its quiet zone. */
const QR = 78

const drawQr = ({ doc }: Canvas, text: string, x: number, y: number): void => {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const side = QR / count
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue
      const start = column
      while (column + 1 < count && code.isDark(row, column + 1)) column += 1
      doc.rect(x + start * side, y + row * side, (column - start + 1) * side, side)
    }
  }
  doc.fill(INK)
}

/** What the mini-program's page reads out of the picture; an address holds the code too. */
const inQr = ({ code, address }: Proof): string => address ?? `shuibang:verify:${plainCode(code)}`

export const writeProof = (canvas: Canvas, proof: Proof): void => {
  const part = beginPart(canvas, undefined, QR + 8)
  const top = canvas.y + 8
  const x = MARGIN.left + QR + 14
  const width = WIDTH - QR - 14
  const code = groupedCode(proof.code)
  canvas.ornament(() =>
    canvas.doc
      .moveTo(MARGIN.left, canvas.y)
      .lineTo(MARGIN.left + centre.width, canvas.y)
      .lineWidth(0.5)
      .stroke(RULE),
  )
  const words = canvas.text(WORDS.proof)
  canvas
    .element('Figure', part, {
      alt: `${words} ${code}`,
      bbox: [MARGIN.left, top, MARGIN.left + QR, top + QR],
    })
    .add(() => drawQr(canvas, inQr(proof), MARGIN.left, top))
  const said = canvas.lines(canvas.text(WORDS.verify), STYLES.label, width)
  const address =
    proof.address === undefined
      ? []
      : canvas.lines(canvas.text(WORDS.verifyAt) + canvas.text(proof.address), STYLES.label, width)
  canvas.element('P', part).add(() => {
    canvas.write([`${words} ${code}`], STYLES.heading, { x, y: top, width })
    canvas.write([...said, ...address], STYLES.label, { x, y: top + 22, width })
  })
  canvas.y = top + QR
}
