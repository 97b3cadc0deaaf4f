@main struct RiktmarkeETL { static func main() {} }
