/// A column that COPY writes to, and what it takes.
struct CopyColumn: Sendable {
    /// How values must be written for the column.
    enum Kind: Sendable, Equatable {
        case bool, int2, int4, int8, float4, float8, numeric, text, jsonb, bytea, date, timestamptz
        /// Any other type; only a value of exactly this type can be written.
        case other
    }

    let name: String
    /// The type beneath any domain.
    let oid: UInt32
    let kind: Kind
    /// The decimals of a `numeric(p, s)`; the server would round silently to them.
    let scaleLimit: UInt8

    init(name: String, oid: UInt32, isEnum: Bool, typeModifier: Int32) {
        self.name = name
        self.oid = oid
        kind = isEnum ? .text : Self.kind(of: oid)
        scaleLimit = kind == .numeric ? Self.scale(typeModifier) : .max
    }

    private static func kind(of oid: UInt32) -> Kind {
        switch oid {
        case PostgresOID.bool: .bool
        case PostgresOID.int2: .int2
        case PostgresOID.int4: .int4
        case PostgresOID.int8: .int8
        case PostgresOID.float4: .float4
        case PostgresOID.float8: .float8
        case PostgresOID.numeric: .numeric
        case PostgresOID.text, PostgresOID.varchar, PostgresOID.bpchar, PostgresOID.name,
            PostgresOID.json:
            .text
        case PostgresOID.jsonb: .jsonb
        case PostgresOID.bytea: .bytea
        case PostgresOID.date: .date
        case PostgresOID.timestamptz: .timestamptz
        default: .other
        }
    }

    /// The modifier is 4 + (precision << 16 | scale), the scale in 11 bits with a sign.
    private static func scale(_ typeModifier: Int32) -> UInt8 {
        guard typeModifier >= 4 else { return .max }
        let bits = (typeModifier - 4) & 0x7FF
        let scale = (bits ^ 1024) - 1024
        return UInt8(clamping: scale)
    }
}
