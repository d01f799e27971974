/** A server that writes one paper and ends: bundled as the real servers are, to see what lies beside them. */
import { renderPaper } from '../../../functions/core/io/papers'
import { application, ISSUED } from './samples'

const run = async (): Promise<void> => {
  const bytes = await renderPaper(application, { language: 'zh-CN', now: ISSUED, demonstration: false })
  process.stdout.write(JSON.stringify({ base64: Buffer.from(bytes).toString('base64') }))
}

void run()
