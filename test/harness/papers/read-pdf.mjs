/** `node read-pdf.mjs <file>`: what pdf.js reads in a PDF, as JSON. A process of its own: pdf.js is an ES module only. */
import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'

const pdf = await getDocumentProxy(new Uint8Array(readFileSync(process.argv[2])), { verbosity: 0 })
const { info } = await pdf.getMetadata()
const marked = (await pdf.getMarkInfo())?.Marked === true

const pages = []
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number)
  const { items, lang } = await page.getTextContent()
  pages.push({
    lang,
    size: page.view.slice(2),
    texts: items
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform, width }) => ({ text: str, x: transform[4], y: transform[5], width })),
    structure: await page.getStructTree(),
  })
}
const fonts = readFileSync(process.argv[2], 'latin1').match(/\/FontName \/\S+/g) ?? []
process.stdout.write(JSON.stringify({ info, marked, fonts: [...new Set(fonts)], pages }))
