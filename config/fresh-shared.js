/**
 * Code that several sub-packages share is copied into each by Taro, late, as assets whose hash is always the same; the minimizer
 * then takes what it made of the last build for what it should make of this one, and the mini-program gets yesterday's code.
 * Here each copy becomes an asset that hashes what it holds, before anybody asks its cache. Plain JavaScript: webpack loads
 * plugins as they are.
 */
const NAME = 'FreshShared'

class FreshShared {
  apply(compiler) {
    const { RawSource } = compiler.webpack.sources
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      // Before all others that look at late assets.
      compilation.hooks.processAdditionalAssets.tap({ name: NAME, stage: -10_000 }, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          if (!file.includes('sub-common/')) continue
          const fresh = new RawSource(source.source())
          compilation.updateAsset(file, fresh)
          assets[file] = fresh
        }
      })
    })
  }
}

module.exports = FreshShared
