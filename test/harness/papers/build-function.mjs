/** `node build-function.mjs <folder>`: the function of this harness, built by the product's own build. */
import path from 'node:path'
import { bundleBeside } from '../../../scripts/build/functions/bundle.mjs'
import { writeFunction } from '../../../scripts/build/functions/folder.mjs'

await writeFunction({
  name: 'papers',
  entry: 'test/harness/papers/function/index.ts',
  folder: path.resolve(process.argv[2]),
  libraries: await bundleBeside(),
})
