/** The page for an address that leads nowhere: what happened, and the way on, in both languages. It needs no script. */
import { createHash } from 'node:crypto'
import type { TextPage } from './respond'

const STYLE = `
:root { color-scheme: light dark; --page: #f4f6fa; --card: #fff; --text: #15202e; --second: #5a6777; --brand: #1764d8; --on: #fff }
@media (prefers-color-scheme: dark) {
  :root { --page: #0e1116; --card: #171b22; --text: #e8ecf2; --second: #9aa6b5; --brand: #6ea8ff; --on: #0e1116 }
}
body { margin: 0; background: var(--page); color: var(--text); font: 17px/1.6 system-ui, sans-serif }
main { max-width: 30rem; margin: 12vh auto; padding: 1.5rem; box-sizing: border-box; background: var(--card); border-radius: 12px }
h1 { margin: 0; font-size: 1.25rem; line-height: 1.4 }
p { margin: .5rem 0 0; color: var(--second) }
section + section { margin-top: 1.5rem }
a { display: block; min-height: 44px; margin-top: 1.5rem; border-radius: 12px; background: var(--brand); color: var(--on);
  line-height: 44px; text-align: center; text-decoration: none }
a:focus-visible { outline: 3px solid var(--text); outline-offset: 2px }
`

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>没有这个页面 · 税帮</title>
<style>${STYLE}</style>
<main>
<section>
<h1>没有这个页面</h1>
<p>地址可能输入有误，或者页面已经搬走。您的预约不受影响，回到首页就能继续办理。</p>
</section>
<section lang="en">
<h1>There is no such page</h1>
<p>The address may be mistyped, or the page has moved. Your appointments are as they were; go on from the first page.</p>
</section>
<a href="/">回到首页 · <span lang="en">To the first page</span></a>
</main>
</html>
`

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const notFoundPage: TextPage = {
  status: 404,
  type: 'text/html; charset=utf-8',
  text: PAGE,
  headers: { 'content-security-policy': POLICY, 'cache-control': 'no-store' },
}
