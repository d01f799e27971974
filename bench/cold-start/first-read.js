/**
 * A function as a cloud starts it: loads it, makes one read, and ends. `node first-read.js <folder> <procedure> [report file]`;
 * the report tells the reply and every file that was loaded until then. Ends with 1 when the read was not answered with 200.
 */
const [, , folder, procedure, report] = process.argv

const tell = (told) => {
  if (report)
    require('node:fs').writeFileSync(report, JSON.stringify({ ...told, loaded: Object.keys(require.cache) }))
  process.exit(told.status === 200 ? 0 : 1)
}

const { main } = require(`${folder}/index.js`)
if (procedure === 'none') tell({ status: 200 })
const context = { environment: JSON.stringify({ WX_OPENID: 'cold-start', TCB_SOURCE: 'wx_client' }) }
main({ procedure, input: {} }, context).then(tell, (error) => tell({ status: 0, error: String(error) }))
