/** What is built, from which files, by which command. */
import { bins } from '../process/command.mjs'

const tools = ['package.json', 'package-lock.json']
/** Bytes of the built functions by file and module. */
export const FUNCTION_SIZES = '.cache/build/functions.json'
/** What screens import of functions: contracts as types, rules, data and core/pure as code. */
const sharedWithScreens = (file) =>
  !file.startsWith('functions/') ||
  /^functions\/(core\/pure\/|core\/io\/procedure\.ts|[^/]+\/(rules|data)\/|[^/]+\/contract\.ts)/.test(file)

const screens = (type, outputs) => ({
  name: type,
  inputs: ['src', 'config', 'types', 'functions', 'babel.config.js', 'project.config.json', ...tools],
  keep: sharedWithScreens,
  outputs,
  args: [bins.taro, 'build', '--type', type],
  env: { NODE_ENV: 'production' },
})

export const targets = {
  weapp: screens('weapp', ['dist/weapp/app.json']),
  h5: screens('h5', ['dist/h5/index.html']),
  functions: {
    name: 'functions',
    inputs: ['functions', 'scripts/build-functions.mjs', 'scripts/build/functions', ...tools],
    outputs: ['dist/functions', FUNCTION_SIZES],
    args: ['scripts/build-functions.mjs', 'dist/functions', FUNCTION_SIZES],
    env: {},
  },
  server: {
    name: 'server',
    inputs: ['platform', 'functions', 'scripts/build/server.mjs', 'scripts/build/functions', ...tools],
    outputs: ['dist/server/main.js'],
    args: ['scripts/build/server.mjs'],
    env: {},
  },
  verifier: {
    name: 'verifier',
    inputs: [
      'scripts/verify-draw',
      'functions/lottery/rules/draw',
      'functions/lottery/data/parties.ts',
      'functions/core/pure',
      'scripts/build/verifier.mjs',
      'scripts/build/single-file.mjs',
      ...tools,
    ],
    outputs: ['dist/verifier/verify-draw.mjs', 'dist/verifier/package.json'],
    args: ['scripts/build/verifier.mjs'],
    env: {},
  },
  notary: {
    name: 'notary',
    inputs: [
      'scripts/notary',
      'scripts/verify-draw',
      'functions/lottery/rules/draw',
      'functions/lottery/draw',
      'functions/core/pure',
      'functions/core/io/outside',
      'scripts/build/notary.mjs',
      'scripts/build/single-file.mjs',
      ...tools,
    ],
    outputs: ['dist/notary/notary.mjs', 'dist/notary/package.json'],
    args: ['scripts/build/notary.mjs'],
    env: {},
  },
  // After the web page, which it takes along.
  'private-cloud': {
    name: 'private-cloud',
    inputs: [
      'platform',
      'functions',
      'dist/h5',
      'scripts/build/private-cloud.mjs',
      'scripts/build/functions',
      ...['admin', 'store', 'data', 'audit-verify', 'package/keys'].map((name) => `scripts/${name}.ts`),
      ...tools,
    ],
    outputs: ['dist/private-cloud/main.js'],
    args: ['scripts/build/private-cloud.mjs'],
    env: {},
  },
}
