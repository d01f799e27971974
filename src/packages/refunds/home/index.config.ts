export default definePageConfig({ navigationBarTitleText: '退税', enablePullDownRefresh: true })
