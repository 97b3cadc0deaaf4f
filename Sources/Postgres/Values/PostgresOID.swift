/// The object ids of PostgreSQL's built-in types; the same in every database.
public enum PostgresOID {
    /// `boolean`.
    public static let bool: UInt32 = 16
    /// `bytea`.
    public static let bytea: UInt32 = 17
    /// `"char"`, one byte, used in the system catalogues.
    public static let char: UInt32 = 18
    /// `name`, used in the system catalogues.
    public static let name: UInt32 = 19
    /// `bigint`.
    public static let int8: UInt32 = 20
    /// `smallint`.
    public static let int2: UInt32 = 21
    /// `integer`.
    public static let int4: UInt32 = 23
    /// `text`.
    public static let text: UInt32 = 25
    /// `oid`.
    public static let oid: UInt32 = 26
    /// `json`.
    public static let json: UInt32 = 114
    /// `real`.
    public static let float4: UInt32 = 700
    /// `double precision`.
    public static let float8: UInt32 = 701
    /// `unknown`, a literal whose type nothing decides.
    public static let unknown: UInt32 = 705
    /// `bool[]`.
    public static let boolArray: UInt32 = 1000
    /// `name[]`.
    public static let nameArray: UInt32 = 1003
    /// `smallint[]`.
    public static let int2Array: UInt32 = 1005
    /// `integer[]`.
    public static let int4Array: UInt32 = 1007
    /// `text[]`.
    public static let textArray: UInt32 = 1009
    /// `character(n)[]`.
    public static let bpcharArray: UInt32 = 1014
    /// `varchar[]`.
    public static let varcharArray: UInt32 = 1015
    /// `bigint[]`.
    public static let int8Array: UInt32 = 1016
    /// `double precision[]`.
    public static let float8Array: UInt32 = 1022
    /// `oid[]`.
    public static let oidArray: UInt32 = 1028
    /// `character(n)`.
    public static let bpchar: UInt32 = 1042
    /// `varchar`.
    public static let varchar: UInt32 = 1043
    /// `date`.
    public static let date: UInt32 = 1082
    /// `timestamp` without time zone.
    public static let timestamp: UInt32 = 1114
    /// `date[]`.
    public static let dateArray: UInt32 = 1182
    /// `timestamp with time zone`.
    public static let timestamptz: UInt32 = 1184
    /// `timestamp with time zone[]`.
    public static let timestamptzArray: UInt32 = 1185
    /// `numeric[]`.
    public static let numericArray: UInt32 = 1231
    /// `numeric`.
    public static let numeric: UInt32 = 1700
    /// `jsonb`.
    public static let jsonb: UInt32 = 3802

    /// The name of a type as SQL writes it, or `type 12345` for one that is not built in.
    public static func name(of oid: UInt32) -> String {
        names[oid] ?? "type \(oid)"
    }

    private static let names: [UInt32: String] = [
        bool: "boolean", bytea: "bytea", char: "\"char\"", name: "name", int8: "bigint",
        int2: "smallint", int4: "integer", text: "text", oid: "oid", json: "json", float4: "real",
        float8: "double precision", unknown: "unknown", boolArray: "boolean[]",
        nameArray: "name[]", int2Array: "smallint[]", int4Array: "integer[]",
        textArray: "text[]", bpcharArray: "character[]", varcharArray: "varchar[]",
        int8Array: "bigint[]", float8Array: "double precision[]", oidArray: "oid[]",
        bpchar: "character", varchar: "varchar", date: "date", timestamp: "timestamp",
        dateArray: "date[]", timestamptz: "timestamp with time zone",
        timestamptzArray: "timestamp with time zone[]", numericArray: "numeric[]",
        numeric: "numeric", jsonb: "jsonb", 1083: "time", 1186: "interval", 2278: "void",
        2950: "uuid", 2205: "regclass", 2249: "record",
    ]
}
