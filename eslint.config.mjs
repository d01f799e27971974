/** Lint: typed rules, the dependency rule, and the names that WeChat and pure code do without. No file may switch it off. */
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import {
  IMPURE_SYNTAX,
  NOT_IN_RULES,
  NOT_IN_WECHAT,
  NOT_THE_DEVICES_CLOCK,
  NO_DEFAULT_EXPORT,
} from './scripts/lint/names.mjs'
import { plugin } from './scripts/lint/plugin.mjs'

const PURE = ['functions/core/pure/**/*.ts', 'functions/*/rules/**/*.ts', 'functions/*/data/**/*.ts']
const DATA = [
  'functions/*/data/**/*.ts',
  'platform/demo/data/*.ts',
  'functions/core/pure/*-data.ts',
  'src/**/messages/**/*.ts',
]
const DEFAULT_EXPORTED = [
  'src/app.tsx',
  'src/**/index.tsx',
  'src/**/*.config.ts',
  'config/**/*.ts',
  '*.config.mjs',
]

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
  ],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/require-await': 'off',
}
const parser = { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', '.swc/**', 'data/**', 'coverage/**', 'docs/**'] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    plugins: { shuibang: plugin },
  },
  {
    files: ['{functions,src,platform,bench,scripts,test,config}/**/*.{ts,tsx,mjs,js}'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      'shuibang/boundaries': 'error',
      'shuibang/zod-namespace': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['{functions,src,platform,bench,scripts}/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: parser,
    rules: typed,
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    languageOptions: parser,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': typed['@typescript-eslint/ban-ts-comment'],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': typed['@typescript-eslint/no-unused-vars'],
    },
  },
  {
    files: ['{functions,platform,bench,src}/**/*.{ts,tsx}'],
    ignores: ['functions/core/io/procedure.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@orpc/contract',
              importNames: ['oc'],
              message: 'declare procedures with core/io/procedure.ts: none exists without a permission',
            },
            {
              name: '@orpc/server',
              importNames: ['os'],
              message: 'declare procedures with core/io/procedure.ts: none exists without a permission',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/purity': 'error',
      'react-hooks/immutability': 'error',
      'no-restricted-globals': ['error', ...NOT_IN_WECHAT, NOT_THE_DEVICES_CLOCK],
    },
  },
  { files: ['src/client/server-time.ts'], rules: { 'no-restricted-globals': ['error', ...NOT_IN_WECHAT] } },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...NOT_IN_RULES],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...IMPURE_SYNTAX],
    },
  },
  { files: ['functions/**/*.ts', 'platform/**/*.ts', 'src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['{functions,platform,bench}/**/*.ts'], rules: { 'shuibang/hot-outside-commits': 'error' } },
  // A formatted test takes a third more lines than its text did.
  { files: ['test/**'], rules: { 'max-lines': ['error', { max: 420 }] } },
  { files: DATA, rules: { 'max-lines': 'off' } },
  { files: DEFAULT_EXPORTED, rules: { 'no-restricted-syntax': 'off' } },
)
