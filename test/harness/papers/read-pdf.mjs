/** `node read-pdf.mjs <file …>`: what pdf.js reads in each PDF, as JSON. A process of its own: pdf.js is an ES module only. */
import { readFileSync } from 'node:fs'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

// pdf.js counts on it; Node has it from 21 on
ArrayBuffer.prototype.transferToFixedLength ??= function transfer(length) {
  return this.slice(0, length)
}
const { OPS } = await getResolvedPDFJS()

/** Numbers of a rectangle: four corners, each after the number of its step, and the step that closes it. */
const OF_RECTANGLE = 13
/** Fewer than this are rules and shades. */
const OF_CODE = 100

/** The rectangles of a drawing made of many: left, bottom, right, top. */
const drawingOf = async (page) => {
  const { fnArray, argsArray } = await page.getOperatorList()
  const paths = fnArray.flatMap((step, at) =>
    step === OPS.constructPath ? [Array.from(argsArray[at][1][0])] : [],
  )
  const path = paths.find(({ length }) => length > OF_CODE * OF_RECTANGLE) ?? []
  return Array.from({ length: Math.floor(path.length / OF_RECTANGLE) }, (_, at) => {
    const [, left, bottom, , , , , right, top] = path.slice(at * OF_RECTANGLE)
    return [left, bottom, right, top]
  })
}

const readPage = async (page, drawn) => {
  const { items, lang } = await page.getTextContent()
  return {
    lang,
    size: page.view.slice(2),
    texts: items
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width })),
    structure: await page.getStructTree(),
    drawing: drawn ? await drawingOf(page) : [],
  }
}

const read = async (file) => {
  const bytes = readFileSync(file)
  const fonts = bytes.toString('latin1').match(/\/FontName \/\S+/g) ?? []
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { info } = await pdf.getMetadata()
  const marked = (await pdf.getMarkInfo())?.Marked === true
  const pages = []
  // a code stands on the last page
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await readPage(await pdf.getPage(number), number === pdf.numPages))
  return { info, marked, fonts: [...new Set(fonts)], pages }
}

const papers = []
for (const file of process.argv.slice(2)) papers.push(await read(file))
process.stdout.write(JSON.stringify(papers))
