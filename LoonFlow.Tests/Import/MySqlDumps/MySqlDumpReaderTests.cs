using System.IO.Compression;
using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import.MySqlDumps;

namespace LoonFlow.Tests.Import.MySqlDumps;

public sealed class MySqlDumpReaderTests
{
    private readonly List<DumpProblem> _problems = [];

    [Fact]
    public void Rows_of_several_lines_are_read_with_their_lines()
    {
        var rows = Read("""
            # a comment
            INSERT INTO `people` (`id`, `name`)
            VALUES
            	(1,'Ann'),
            	(2,NULL);
            INSERT INTO `people` (`id`, `name`) VALUES (3,'Bob');

            """);

        Assert.Equal(["people 4: id=1 name=Ann", "people 5: id=2 name=NULL", "people 6: id=3 name=Bob"], rows.Select(Written));
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData(@"'it\'s'", "it's")]
    [InlineData("'it''s'", "it's")]
    [InlineData(@"""it's""", "it's")]
    [InlineData(@"""a \""b\"" """"c""", "a \"b\" \"c")]
    [InlineData(@"'a\nb\tc\rd\0e\bf'", "a\nb\tc\rd\0e\bf")]
    [InlineData(@"'\\'", @"\")]
    [InlineData(@"'\\n'", @"\n")]
    [InlineData(@"'\Z'", "\u001A")]
    [InlineData(@"'50\% of a\_b'", @"50\% of a\_b")]
    [InlineData(@"'\q\中'", "q中")]
    [InlineData("'a;b),(--#/*c'", "a;b),(--#/*c")]
    [InlineData("'line\nbreak;\nand more'", "line\nbreak;\nand more")]
    [InlineData("_binary 'abc'", "abc")]
    [InlineData("_utf8mb4'😀'", "😀")]
    [InlineData("N'abc'", "abc")]
    [InlineData("''", "")]
    public void Texts_are_unescaped(string literal, string expected)
    {
        var row = Assert.Single(Read($"INSERT INTO t (a, b) VALUES ({literal}, 1);"));

        Assert.Equal(new DumpValue(DumpValueKind.Text, expected), row["a"]);
        Assert.Equal("1", row["b"].Text);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("0", "Number", "0")]
    [InlineData("-12.50", "Number", "-12.50")]
    [InlineData("+1.5e-7", "Number", "+1.5e-7")]
    [InlineData("123456789012345678901234567890", "Number", "123456789012345678901234567890")]
    [InlineData("TRUE", "Number", "1")]
    [InlineData("false", "Number", "0")]
    [InlineData("0xdeadBEEF", "Bytes", "DEADBEEF")]
    [InlineData("X'0aff'", "Bytes", "0AFF")]
    [InlineData("x''", "Bytes", "")]
    [InlineData("_binary 0xFF", "Bytes", "FF")]
    [InlineData("_utf8mb4 X'41'", "Bytes", "41")]
    [InlineData("b'101'", "Bits", "101")]
    [InlineData("0b01", "Bits", "01")]
    [InlineData("null", "Null", null)]
    public void Other_literals_keep_their_kind(string literal, string kind, string? text)
    {
        var row = Assert.Single(Read($"INSERT INTO t (a,b) VALUES ({literal},'x');"));

        Assert.Equal(new DumpValue(Enum.Parse<DumpValueKind>(kind), text), row["a"]);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Bytes_that_are_no_text_come_as_hex_when_the_dump_calls_them_binary()
    {
        var row = Assert.Single(Read([.. "INSERT INTO t (a) VALUES (_binary '"u8, 0xFF, 0xFE, .. @"\0');"u8]));

        Assert.Equal(new DumpValue(DumpValueKind.Bytes, "FFFE00"), row["a"]);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES (1);")]
    [InlineData("insert ignore into `t` (`a`) value (1);")]
    [InlineData("REPLACE INTO `shop`.`t` (`a`) VALUES (1);")]
    [InlineData("INSERT LOW_PRIORITY IGNORE INTO shop.t(a)VALUES(1);")]
    [InlineData("INSERT INTO \"shop\".\"t\" (\"a\") VALUES (1) ON DUPLICATE KEY UPDATE a = 'x;y';")]
    [InlineData("/* why; 'not */ INSERT /* ' */ INTO t -- it's ;\n (a) # '\n VALUES (/*!40000 'x' */ 1);")]
    [InlineData("\uFEFFINSERT INTO t (a) VALUES (1);")]
    [InlineData(";;INSERT INTO t (a) VALUES (1) ;\r\n")]
    public void Every_way_to_write_an_insert_is_read(string dump)
    {
        var row = Assert.Single(Read(dump));

        Assert.Equal(("t", "a", "1"), (row.Table, row.Columns[0], row["A"].Text));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Names_may_hold_quotes()
    {
        var row = Assert.Single(Read("INSERT INTO `a``b` (`c)`, `key`) VALUES (1, 2);"));

        Assert.Equal("a`b 1: c)=1 key=2", Written(row));
    }

    [Fact]
    public void Columns_come_from_the_table_when_the_insert_names_none()
    {
        var rows = Read("""
            CREATE TABLE IF NOT EXISTS `shop`.`t` (
              `id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'a, b) ; (',
              price decimal(10,2) DEFAULT '0.00',
              `kind` enum('a)','b,') /*!50606 STORAGE DISK */ /*!50606 COLUMN_FORMAT DYNAMIC */ DEFAULT NULL, -- it's
              `key` varchar(5),
              PRIMARY KEY (`id`),
              UNIQUE KEY `price` (`price`,`kind`),
              CONSTRAINT `fk` FOREIGN KEY (`kind`) REFERENCES `o` (`id`)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8 COMMENT='x;y'
            /*!50100 PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (5)) */;
            INSERT INTO `T` VALUES (1,9.90,'a)','k');
            """);

        Assert.Equal("T 11: id=1 price=9.90 kind=a) key=k", Written(Assert.Single(rows)));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Columns_that_nobody_named_are_a_problem_of_that_insert_only()
    {
        var rows = Read("INSERT INTO a VALUES (1,'x;y');\nINSERT INTO b (c) VALUES (2);\n");

        Assert.Equal("b 2: c=2", Written(Assert.Single(rows)));
        Assert.Equal((1L, "a"), (Assert.Single(_problems).Line, _problems[0].Table));
    }

    [Fact]
    public void Everything_else_in_a_dump_is_passed_over()
    {
        var rows = Read("""
            /*M!999999\- enable the sandbox mode */
            -- MySQL dump 10.13  Distrib 8.0
            --
            /*!40101 SET NAMES utf8 */;
            SET @a = 'x;''y';
            DROP TABLE IF EXISTS `t`;
            LOCK TABLES `t` WRITE;
            /*!40000 ALTER TABLE `t` DISABLE KEYS */;
            INSERT INTO t (a) VALUES (1);
            UNLOCK TABLES;
            /*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = '*/;' */;
            DELIMITER ;;
            CREATE PROCEDURE p() BEGIN INSERT INTO t (a) VALUES (99); SELECT 'it''s'; END ;;
            DELIMITER ;
            CREATE VIEW v AS SELECT 1 AS `a)`;
            CREATE TABLE copy LIKE t;
            INSERT INTO t (a) VALUES (2);
            -- Dump completed on 2024-01-01
            """);

        Assert.Equal(["1", "2"], rows.Select(row => row["a"].Text));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_row_with_an_expression_is_listed_and_its_neighbours_are_read()
    {
        var rows = Read("INSERT INTO t (a, b) VALUES (1,'x'),\n(2,CONCAT('),(', NOW())),\n(3,),\n(4,'y');");

        Assert.Equal(["1", "4"], rows.Select(row => row["a"].Text));
        Assert.Equal([(2L, "t"), (3L, "t")], _problems.Select(problem => (problem.Line, problem.Table!)));
        Assert.Contains("b holds", _problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_values_is_listed()
    {
        var rows = Read("INSERT INTO t (a, b) VALUES (1),(2,3),(4,5,6);");

        Assert.Equal("2", Assert.Single(rows)["a"].Text);
        Assert.Equal(["The row has 1 values for 2 columns.", "The row has 3 values for 2 columns."], _problems.Select(problem => problem.Reason));
    }

    [Theory]
    [InlineData("INSERT INTO t (a) VALUES ('it's fine'),('lost');\n")]
    [InlineData("INSERT INTO t (a) VALUES ('open),('lost');\n")]
    [InlineData("INSERT INTO t (a) SELECT a FROM b;\n")]
    [InlineData("INSERT INTO t SET a = 1;\n")]
    [InlineData("INSERT INTO t (a VALUES (1);\n")]
    [InlineData("INSERT INTO t () VALUES ();\n")]
    [InlineData("INSERT INTO (a) VALUES (1);\n")]
    [InlineData("INSERT;\n")]
    [InlineData("GARBAGE ' more;\n")]
    [InlineData("'quoted' garbage;  \r\n")]
    [InlineData("INSERT INTO t (a) VALUES 1;\n")]
    public void Behind_a_broken_statement_reading_goes_on(string broken)
    {
        var rows = Read($"\n{broken}INSERT INTO good (a) VALUES ('sound');\n");

        Assert.Equal("good 3: a=sound", Written(Assert.Single(rows)));
        Assert.Equal(2, Assert.Single(_problems).Line);
    }

    [Fact]
    public void A_dump_cut_off_anywhere_is_reported_and_its_whole_rows_are_read()
    {
        const string Dump = "INSERT INTO t (a) VALUES ('one'),('two');\nINSERT INTO t (a) VALUES ('three');";

        for (var length = 1; length < Dump.Length; length++)
        {
            _problems.Clear();

            var rows = Read(Dump[..length]).Select(row => row["a"].Text!).ToList();

            var isWhole = Dump[..length].TrimEnd().EndsWith(';');
            Assert.Equal(new[] { "one", "two", "three" }.Take(rows.Count), rows);
            Assert.Equal(isWhole ? 0 : 1, _problems.Count);
        }
    }

    [Fact]
    public void A_mysqldump_without_its_closing_line_was_cut_off()
    {
        Read("-- MySQL dump 10.13  Distrib 5.7.17\n--\nINSERT INTO t (a) VALUES (1);\n");

        Assert.Contains("closing line", Assert.Single(_problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_become_replacement_characters_and_are_listed()
    {
        var rows = Read([.. "INSERT INTO t (a) VALUES\n('x"u8, 0xB0, 0xA1, .. "y'),('中');"u8]);

        Assert.Equal(["x\uFFFD\uFFFDy", "中"], rows.Select(row => row["a"].Text));
        Assert.Equal((2L, "t"), (Assert.Single(_problems).Line, _problems[0].Table));
    }

    [Fact]
    public void A_gzipped_dump_is_unpacked()
    {
        var rows = Read(Packed("INSERT INTO t (a) VALUES ('中');"));

        Assert.Equal("中", Assert.Single(rows)["a"].Text);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_damaged_archive_gives_what_could_be_unpacked()
    {
        var random = new Random(1);
        var dump = new StringBuilder();

        for (var id = 0; id < 5000; id++)
        {
            dump.Append("INSERT INTO t (a) VALUES (").Append(random.Next()).Append(");\n");
        }

        var packed = Packed(dump.ToString());

        var rows = Read(packed[..(packed.Length / 2)]);

        Assert.InRange(rows.Count, 1000, 4999);
        Assert.NotEmpty(_problems);
    }

    [Fact]
    public void A_dump_in_UTF16_is_read()
    {
        var rows = Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("INSERT INTO t (a) VALUES ('中');")]);

        Assert.Equal("中", Assert.Single(rows)["a"].Text);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_at_once()
    {
        Assert.Empty(Read([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 1]));
        Assert.Contains("not a MySQL dump", Assert.Single(_problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_no_rows()
    {
        Assert.Empty(Read(""));
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        const string Alphabet = "ab'\"`\\;,()\n\r\t\0\u001A%_-#/*中é😀 x0";
        var random = new Random(20180530);
        var values = Enumerable.Range(0, 3000).Select(_ => Text(random, Alphabet)).ToList();
        var dump = string.Concat(values.Chunk(7).Select(rows => $"INSERT INTO `t` (`a`) VALUES {string.Join(random.Next(2) == 0 ? "," : ",\n", rows.Select(value => $"({Quoted(value, random)})"))};\n"));

        var read = Read(dump);

        Assert.Equal(values, read.Select(row => row["a"].Text));
        Assert.Empty(_problems);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_throw_or_hang()
    {
        string[] words = ["INSERT", "INTO", "`t`", "(", ")", "VALUES", ",", ";", ";\n", "'", "\"", "`", "\\", "--", "-- ", "#", "/*", "*/", "/*!", "\n", "1", "0x", "NULL", "CREATE", "TABLE", "DELIMITER", "x", ".", "_binary", " "];
        var random = new Random(7);

        for (var round = 0; round < 20_000; round++)
        {
            Read(string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(30)).Select(_ => words[random.Next(words.Length)])));
        }
    }

    [Fact]
    public void Endless_nesting_is_harmless()
    {
        Assert.Empty(Read(string.Concat(Enumerable.Repeat("/*! ", 100_000))));
        Assert.Empty(Read("INSERT INTO t (a) VALUES " + new string('(', 100_000)));
        Assert.Empty(Read("INSERT INTO t (a) VALUES (" + string.Concat(Enumerable.Repeat("_a ", 100_000))));
    }

    [DemoDumpFact]
    public void The_demo_dump_of_loonflow_is_read_whole()
    {
        using var stream = File.OpenRead(LoonFlowDemoDump.Path!);

        var rows = Read(stream);

        Assert.Empty(_problems);
        Assert.Equal(5, rows.Count(row => row.Table == "account_loondept"));
        Assert.Equal(7, rows.Count(row => row.Table == "account_loonuser"));
        Assert.Equal(12, rows.Count(row => row.Table == "workflow_customfield"));
        Assert.Equal(24, rows.Count(row => row.Table == "workflow_state"));
        Assert.Equal(14, rows.Count(row => row.Table == "workflow_transition"));
        Assert.Equal(["请假申请", "vpn申请", "项目流程", "应用开发流程"], rows.Where(row => row.Table == "workflow_workflow").Select(row => row["name"].Text));
        Assert.Equal(
            """{"1": "年假", "2": "调休", "3": "病假", "4": "婚假"}""",
            rows.Single(row => row.Table == "workflow_customfield" && row["field_key"].Text == "leave_type")["field_choice"].Text);
    }

    private static string Written(DumpRow row) =>
        $"{row.Table} {row.Line}: {string.Join(' ', row.Columns.Select((column, index) => $"{column}={row.Values[index]}"))}";

    private static string Text(Random random, string alphabet)
    {
        var runes = alphabet.EnumerateRunes().ToArray();

        return string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }

    private static string Quoted(string value, Random random)
    {
        var escaped = value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\0", @"\0", StringComparison.Ordinal);

        return random.Next(3) switch
        {
            0 => $"'{escaped.Replace("'", "''", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}'",
            1 => $"'{escaped.Replace("'", @"\'", StringComparison.Ordinal).Replace("\u001A", @"\Z", StringComparison.Ordinal)}'",
            _ => $"_utf8mb4\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        };
    }

    private static byte[] Packed(string dump)
    {
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(dump));
        }

        return packed.ToArray();
    }

    private List<DumpRow> Read(string dump) => Read(Encoding.UTF8.GetBytes(dump));

    private List<DumpRow> Read(byte[] dump)
    {
        using var stream = new MemoryStream(dump);

        return Read(stream);
    }

    private List<DumpRow> Read(Stream stream) => [.. new MySqlDumpReader(stream, _problems.Add).ReadRows()];
}
