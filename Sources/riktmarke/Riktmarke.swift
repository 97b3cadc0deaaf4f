@main struct Riktmarke { static func main() {} }
