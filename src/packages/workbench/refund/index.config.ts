export default definePageConfig({ navigationBarTitleText: '审查退税' })
