/** Two projects: `node` for functions, platform and rules; `web` for the screens with small stand-ins for Taro. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
]
const shared = {
  transform: { '^.+\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(@orpc|jose|unpdf|croner|json-schema-typed|rou3|@opentelemetry/otlp-exporter-base)/)',
  ],
  // Built packages share their names with each other.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
}
/** What `npm run check` leaves to `npm test`. */
const leftOut = (process.env.TESTS_LEFT_OUT ?? '')
  .split(',')
  .filter(Boolean)
  .map((suite) => `<rootDir>/${suite}`)
module.exports = {
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/process/longest-first.js',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      // It offers itself to `import` alone.
      moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs' },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/src/', ...leftOut],
    },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/src/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/test/harness/taro/setup.ts'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/test/harness/taro/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/harness/taro/taro.ts',
        '\\.css$': '<rootDir>/test/harness/taro/style.js',
      },
    },
  ],
}
