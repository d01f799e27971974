/** How Taro builds the mini-program: WeChat into dist/weapp, the web page into dist/h5. Plain CSS, real px in both. */
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

/** Rules that the screens run too, and the curves that they verify signatures with: compiled like the screens' own code. */
const shared = [
  (file: string) =>
    /functions[\\/]([^\\/]+[\\/](rules|data)|core[\\/]pure)[\\/]|node_modules[\\/]@noble[\\/]/.test(file),
]
const realPixels = { pxtransform: { enable: false, config: {} } }

/** What only declares things may be left out of a page that does not use it; app and pages run when loaded. */
interface Chain {
  merge: (options: object) => void
  plugin: (name: string) => { use: (file: string) => void }
  module: { rule: (name: string) => { test: (pattern: RegExp) => { sideEffects: (has: boolean) => void } } }
}
const declaring = (chain: Chain): void => {
  chain.module
    .rule('declaring')
    .test(
      /(src[\\/](ui|client|messages)|src[\\/].*[\\/]messages|functions[\\/](core[\\/]pure|[a-z]+[\\/](rules|data)))[\\/].*\.tsx?$/,
    )
    .sideEffects(false)
}

/**
 * Small things that most sub-packages need: once in the main package rather than a copy in each of them. What only one of them
 * needs stays with it, and so do long lists, of places and of industries. Not by Taro's own `exclude`: it leaves all that comes
 * after such a thing in the main package too.
 */
const EVERYBODYS =
  /src[\\/](client[\\/][a-z-]+|ui[\\/](file-row|findings|form|form-fields|form-inputs|lines|numbers|paged-list|spoken|timeline|use-form|what-now)|messages[\\/]((cases|forms)[\\/][A-Za-z-]+|text-problem))\.tsx?$|functions[\\/](core[\\/]pure|files[\\/]rules)[\\/](?!divisions-data|industries)[a-z-]+\.ts$/
/** A file beside `common`, above what Taro gives to one sub-package or copies into several. */
const everybodys = { name: 'everybodys', test: EVERYBODYS, minChunks: 2, priority: 20_000 }

const mini = (chain: Chain): void => {
  declaring(chain)
  chain.merge({ optimization: { splitChunks: { cacheGroups: { everybodys } } } })
  chain.plugin('fresh-shared').use(path.join(__dirname, 'fresh-shared.js'))
}

/**
 * On the web every page is a chunk of its own. What the same pages need is one file that they share: Taro splits the first page
 * alone, and each of the others would carry a copy, four times the bytes to minify and to load. Above Taro's own groups.
 */
const ofSeveral = {
  chunks: 'async',
  type: /^javascript/,
  minChunks: 2,
  minSize: 60_000,
  maxAsyncRequests: 6,
  priority: 200,
}

const web = (chain: Chain): void => {
  declaring(chain)
  chain.merge({ optimization: { splitChunks: { cacheGroups: { ofSeveral } } } })
}

/** Chinese is written as it is: half the bytes of its escapes. And what the minimizer does by itself, which Taro switches off. */
const small = {
  compress: {
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    ecma: 2018,
    hoist_props: true,
    inline: true,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
  },
  output: { ascii_only: false, ecma: 2018 },
} as const

/** The tab bar's other shades are chosen at run time, so they are copied as they are. */
const tabIcons = process.env.TARO_ENV === 'h5' ? 'tab-web' : 'tab'

export default defineConfig<'webpack5'>(() => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'shuibang',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
    plugins: [path.join(__dirname, 'accessibility.js')],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // A copy of the project shares its packages, and with them the place of the cache.
    cache: { enable: process.env.BUILD_CACHE !== 'off' },
    logger: { quiet: true, stats: false },
    terser: { enable: true, config: small },
    copy: {
      patterns: [
        {
          from: `src/assets/${tabIcons}/`,
          to: `dist/${process.env.TARO_ENV ?? 'weapp'}/assets/${tabIcons}/`,
        },
      ],
      options: {},
    },
    mini: {
      compile: { include: shared },
      webpackChain: mini,
      postcss: realPixels,
      optimizeMainPackage: { enable: true },
      commonChunks: (chunks: string[]) => [...chunks, everybodys.name],
    },
    h5: {
      compile: { include: shared },
      webpackChain: web,
      publicPath: '/',
      staticDirectory: 'static',
      postcss: { ...realPixels, autoprefixer: { enable: true, config: {} } },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      router: { mode: 'hash' },
      devServer: { open: false },
    },
  }
  return config
})
