using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Cms.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntityId = table.Column<int>(type: "INTEGER", nullable: false),
                    EntityType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    Parameters = table.Column<string>(type: "TEXT", nullable: true),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CacheInstruction",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UtcStamp = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Instructions = table.Column<string>(type: "TEXT", nullable: false),
                    OriginIdentity = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    InstructionCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CacheInstruction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dictionary",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemKey = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dictionary", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyValue",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyValue", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Language",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsoCode = table.Column<string>(type: "TEXT", nullable: false),
                    CultureName = table.Column<string>(type: "TEXT", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    FallbackLanguageId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Language", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Language_Language_FallbackLanguageId",
                        column: x => x.FallbackLanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "LastSynced",
                columns: table => new
                {
                    MachineId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    InternalId = table.Column<int>(type: "INTEGER", nullable: true),
                    ExternalId = table.Column<int>(type: "INTEGER", nullable: true),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LastSynced", x => x.MachineId);
                });

            migrationBuilder.CreateTable(
                name: "LongRunningOperation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LongRunningOperation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Node",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    NodeObjectType = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Trashed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", nullable: true),
                    CreatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Node", x => x.Id);
                    table.UniqueConstraint("AK_Node_Key", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "RelationType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    IsBidirectional = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDependency = table.Column<bool>(type: "INTEGER", nullable: false),
                    ParentObjectType = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChildObjectType = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelationType", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryCacheVersion",
                columns: table => new
                {
                    Identifier = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryCacheVersion", x => x.Identifier);
                });

            migrationBuilder.CreateTable(
                name: "Server",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Identity = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Registered = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Accessed = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSchedulingPublisher = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Server", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DictionaryTranslation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    DictionaryId = table.Column<int>(type: "INTEGER", nullable: false),
                    LanguageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DictionaryTranslation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DictionaryTranslation_Dictionary_DictionaryId",
                        column: x => x.DictionaryId,
                        principalTable: "Dictionary",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DictionaryTranslation_Language_LanguageId",
                        column: x => x.LanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tag",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Group = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LanguageId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tag", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tag_Language_LanguageId",
                        column: x => x.LanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContentType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", nullable: false),
                    Icon = table.Column<string>(type: "TEXT", nullable: true),
                    Thumbnail = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    AllowedAsRoot = table.Column<bool>(type: "INTEGER", nullable: false),
                    ListView = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsElement = table.Column<bool>(type: "INTEGER", nullable: false),
                    Variations = table.Column<int>(type: "INTEGER", nullable: false),
                    AllowedContentTypes = table.Column<string>(type: "TEXT", nullable: false),
                    AllowedTemplates = table.Column<string>(type: "TEXT", nullable: false),
                    DefaultTemplateId = table.Column<int>(type: "INTEGER", nullable: true),
                    HistoryCleanup = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentType", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentType_Node_Id",
                        column: x => x.Id,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DataType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    EditorAlias = table.Column<string>(type: "TEXT", nullable: false),
                    EditorUiAlias = table.Column<string>(type: "TEXT", nullable: true),
                    DatabaseType = table.Column<string>(type: "TEXT", nullable: false),
                    Configuration = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataType", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DataType_Node_Id",
                        column: x => x.Id,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentUrl",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    LanguageId = table.Column<int>(type: "INTEGER", nullable: true),
                    UrlSegment = table.Column<string>(type: "TEXT", nullable: false),
                    IsDraft = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentUrl", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentUrl_Language_LanguageId",
                        column: x => x.LanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DocumentUrl_Node_DocumentKey",
                        column: x => x.DocumentKey,
                        principalTable: "Node",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentUrlAlias",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<int>(type: "INTEGER", nullable: false),
                    LanguageId = table.Column<int>(type: "INTEGER", nullable: true),
                    Alias = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentUrlAlias", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentUrlAlias_Language_LanguageId",
                        column: x => x.LanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DocumentUrlAlias_Node_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Domain",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    LanguageId = table.Column<int>(type: "INTEGER", nullable: true),
                    RootContentId = table.Column<int>(type: "INTEGER", nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Domain", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Domain_Language_LanguageId",
                        column: x => x.LanguageId,
                        principalTable: "Language",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Domain_Node_RootContentId",
                        column: x => x.RootContentId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicAccess",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProtectedNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    NoAccessNodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicAccess", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublicAccess_Node_LoginNodeId",
                        column: x => x.LoginNodeId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublicAccess_Node_NoAccessNodeId",
                        column: x => x.NoAccessNodeId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublicAccess_Node_ProtectedNodeId",
                        column: x => x.ProtectedNodeId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Redirect",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    UrlHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 14, nullable: true),
                    CreateDateUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redirect", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Redirect_Node_ContentId",
                        column: x => x.ContentId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Template",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Template", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Template_Node_Id",
                        column: x => x.Id,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Relation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ChildId = table.Column<int>(type: "INTEGER", nullable: false),
                    RelationTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Relation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Relation_Node_ChildId",
                        column: x => x.ChildId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Relation_Node_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Relation_RelationType_RelationTypeId",
                        column: x => x.RelationTypeId,
                        principalTable: "RelationType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Content",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    Edited = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Content", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Content_ContentType_ContentTypeId",
                        column: x => x.ContentTypeId,
                        principalTable: "ContentType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Content_Node_Id",
                        column: x => x.Id,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContentTypeComposition",
                columns: table => new
                {
                    ContentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ComposedOfId = table.Column<int>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentTypeComposition", x => new { x.ContentTypeId, x.ComposedOfId });
                    table.ForeignKey(
                        name: "FK_ContentTypeComposition_ContentType_ComposedOfId",
                        column: x => x.ComposedOfId,
                        principalTable: "ContentType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContentTypeComposition_ContentType_ContentTypeId",
                        column: x => x.ContentTypeId,
                        principalTable: "ContentType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PropertyGroup",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<short>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropertyGroup", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PropertyGroup_ContentType_ContentTypeId",
                        column: x => x.ContentTypeId,
                        principalTable: "ContentType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicAccessRule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccessEntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleType = table.Column<string>(type: "TEXT", nullable: false),
                    RuleValue = table.Column<string>(type: "TEXT", nullable: false),
                    CreateDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdateDate = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicAccessRule", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublicAccessRule_PublicAccess_AccessEntryId",
                        column: x => x.AccessEntryId,
                        principalTable: "PublicAccess",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContentSchedule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Release = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentSchedule", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentSchedule_Content_ContentId",
                        column: x => x.ContentId,
                        principalTable: "Content",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContentVersion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentId = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionDate = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Current = table.Column<bool>(type: "INTEGER", nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    PreventCleanup = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    TemplateId = table.Column<int>(type: "INTEGER", nullable: true),
                    MediaPath = table.Column<string>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentVersion_Content_ContentId",
                        column: x => x.ContentId,
                        principalTable: "Content",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentCulture",
                columns: table => new
                {
                    ContentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", nullable: true),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    Edited = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentCulture", x => new { x.ContentId, x.Culture });
                    table.ForeignKey(
                        name: "FK_DocumentCulture_Content_ContentId",
                        column: x => x.ContentId,
                        principalTable: "Content",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentPermission",
                columns: table => new
                {
                    ContentId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserGroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    Permission = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentPermission", x => new { x.ContentId, x.UserGroupId, x.Permission });
                    table.ForeignKey(
                        name: "FK_DocumentPermission_Content_ContentId",
                        column: x => x.ContentId,
                        principalTable: "Content",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PropertyType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<int>(type: "INTEGER", nullable: true),
                    DataTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    MandatoryMessage = table.Column<string>(type: "TEXT", nullable: true),
                    ValidationRegExp = table.Column<string>(type: "TEXT", nullable: true),
                    ValidationRegExpMessage = table.Column<string>(type: "TEXT", nullable: true),
                    LabelOnTop = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Variations = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberCanEdit = table.Column<bool>(type: "INTEGER", nullable: false),
                    MemberCanView = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSensitive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropertyType", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PropertyType_ContentType_ContentTypeId",
                        column: x => x.ContentTypeId,
                        principalTable: "ContentType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PropertyType_DataType_DataTypeId",
                        column: x => x.DataTypeId,
                        principalTable: "DataType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PropertyType_PropertyGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "PropertyGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "TagRelation",
                columns: table => new
                {
                    NodeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PropertyTypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    TagId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagRelation", x => new { x.NodeId, x.PropertyTypeId, x.TagId });
                    table.ForeignKey(
                        name: "FK_TagRelation_Node_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Node",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TagRelation_PropertyType_PropertyTypeId",
                        column: x => x.PropertyTypeId,
                        principalTable: "PropertyType",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TagRelation_Tag_TagId",
                        column: x => x.TagId,
                        principalTable: "Tag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_CreateDate",
                table: "Audit",
                column: "CreateDate");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_EntityId_CreateDate",
                table: "Audit",
                columns: new[] { "EntityId", "CreateDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_UserId_CreateDate",
                table: "Audit",
                columns: new[] { "UserId", "CreateDate" });

            migrationBuilder.CreateIndex(
                name: "IX_CacheInstruction_UtcStamp",
                table: "CacheInstruction",
                column: "UtcStamp");

            migrationBuilder.CreateIndex(
                name: "IX_Content_ContentTypeId",
                table: "Content",
                column: "ContentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentSchedule_ContentId",
                table: "ContentSchedule",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentSchedule_Release_Date",
                table: "ContentSchedule",
                columns: new[] { "Release", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentType_Alias",
                table: "ContentType",
                column: "Alias");

            migrationBuilder.CreateIndex(
                name: "IX_ContentTypeComposition_ComposedOfId",
                table: "ContentTypeComposition",
                column: "ComposedOfId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersion_ContentId_Current",
                table: "ContentVersion",
                columns: new[] { "ContentId", "Current" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersion_ContentId_Published",
                table: "ContentVersion",
                columns: new[] { "ContentId", "Published" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersion_MediaPath",
                table: "ContentVersion",
                column: "MediaPath");

            migrationBuilder.CreateIndex(
                name: "IX_Dictionary_ItemKey",
                table: "Dictionary",
                column: "ItemKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dictionary_Key",
                table: "Dictionary",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DictionaryTranslation_DictionaryId_LanguageId",
                table: "DictionaryTranslation",
                columns: new[] { "DictionaryId", "LanguageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DictionaryTranslation_LanguageId",
                table: "DictionaryTranslation",
                column: "LanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentCulture_Culture_NameKey",
                table: "DocumentCulture",
                columns: new[] { "Culture", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentUrl_DocumentKey",
                table: "DocumentUrl",
                column: "DocumentKey");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentUrl_LanguageId",
                table: "DocumentUrl",
                column: "LanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentUrlAlias_DocumentId",
                table: "DocumentUrlAlias",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentUrlAlias_LanguageId",
                table: "DocumentUrlAlias",
                column: "LanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_Domain_Key",
                table: "Domain",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Domain_LanguageId",
                table: "Domain",
                column: "LanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_Domain_Name",
                table: "Domain",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Domain_RootContentId",
                table: "Domain",
                column: "RootContentId");

            migrationBuilder.CreateIndex(
                name: "IX_Language_FallbackLanguageId",
                table: "Language",
                column: "FallbackLanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_Language_IsoCode",
                table: "Language",
                column: "IsoCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Language_Key",
                table: "Language",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LongRunningOperation_Type_Status",
                table: "LongRunningOperation",
                columns: new[] { "Type", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_LongRunningOperation_UpdateDate",
                table: "LongRunningOperation",
                column: "UpdateDate");

            migrationBuilder.CreateIndex(
                name: "IX_Node_Key",
                table: "Node",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Node_NodeObjectType_Path",
                table: "Node",
                columns: new[] { "NodeObjectType", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_Node_ParentId_NameKey",
                table: "Node",
                columns: new[] { "ParentId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Node_ParentId_NodeObjectType_SortOrder",
                table: "Node",
                columns: new[] { "ParentId", "NodeObjectType", "SortOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_Node_Path",
                table: "Node",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_PropertyGroup_ContentTypeId",
                table: "PropertyGroup",
                column: "ContentTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_PropertyGroup_Key",
                table: "PropertyGroup",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_PropertyType_ContentTypeId_Alias",
                table: "PropertyType",
                columns: new[] { "ContentTypeId", "Alias" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PropertyType_DataTypeId",
                table: "PropertyType",
                column: "DataTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_PropertyType_GroupId",
                table: "PropertyType",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_PropertyType_Key",
                table: "PropertyType",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_PublicAccess_LoginNodeId",
                table: "PublicAccess",
                column: "LoginNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicAccess_NoAccessNodeId",
                table: "PublicAccess",
                column: "NoAccessNodeId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicAccess_ProtectedNodeId",
                table: "PublicAccess",
                column: "ProtectedNodeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublicAccessRule_AccessEntryId_RuleType_RuleValue",
                table: "PublicAccessRule",
                columns: new[] { "AccessEntryId", "RuleType", "RuleValue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redirect_ContentId",
                table: "Redirect",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_Redirect_CreateDateUtc",
                table: "Redirect",
                column: "CreateDateUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Redirect_UrlHash_ContentId_Culture",
                table: "Redirect",
                columns: new[] { "UrlHash", "ContentId", "Culture" });

            migrationBuilder.CreateIndex(
                name: "IX_Relation_ChildId_RelationTypeId",
                table: "Relation",
                columns: new[] { "ChildId", "RelationTypeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Relation_ParentId_ChildId_RelationTypeId",
                table: "Relation",
                columns: new[] { "ParentId", "ChildId", "RelationTypeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Relation_RelationTypeId",
                table: "Relation",
                column: "RelationTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_RelationType_Alias",
                table: "RelationType",
                column: "Alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RelationType_Key",
                table: "RelationType",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Server_Identity",
                table: "Server",
                column: "Identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tag_Group_Text_LanguageId",
                table: "Tag",
                columns: new[] { "Group", "Text", "LanguageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tag_LanguageId",
                table: "Tag",
                column: "LanguageId");

            migrationBuilder.CreateIndex(
                name: "IX_TagRelation_PropertyTypeId",
                table: "TagRelation",
                column: "PropertyTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_TagRelation_TagId",
                table: "TagRelation",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Template_Alias",
                table: "Template",
                column: "Alias",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "CacheInstruction");

            migrationBuilder.DropTable(
                name: "ContentSchedule");

            migrationBuilder.DropTable(
                name: "ContentTypeComposition");

            migrationBuilder.DropTable(
                name: "ContentVersion");

            migrationBuilder.DropTable(
                name: "DictionaryTranslation");

            migrationBuilder.DropTable(
                name: "DocumentCulture");

            migrationBuilder.DropTable(
                name: "DocumentPermission");

            migrationBuilder.DropTable(
                name: "DocumentUrl");

            migrationBuilder.DropTable(
                name: "DocumentUrlAlias");

            migrationBuilder.DropTable(
                name: "Domain");

            migrationBuilder.DropTable(
                name: "KeyValue");

            migrationBuilder.DropTable(
                name: "LastSynced");

            migrationBuilder.DropTable(
                name: "LongRunningOperation");

            migrationBuilder.DropTable(
                name: "PublicAccessRule");

            migrationBuilder.DropTable(
                name: "Redirect");

            migrationBuilder.DropTable(
                name: "Relation");

            migrationBuilder.DropTable(
                name: "RepositoryCacheVersion");

            migrationBuilder.DropTable(
                name: "Server");

            migrationBuilder.DropTable(
                name: "TagRelation");

            migrationBuilder.DropTable(
                name: "Template");

            migrationBuilder.DropTable(
                name: "Dictionary");

            migrationBuilder.DropTable(
                name: "Content");

            migrationBuilder.DropTable(
                name: "PublicAccess");

            migrationBuilder.DropTable(
                name: "RelationType");

            migrationBuilder.DropTable(
                name: "PropertyType");

            migrationBuilder.DropTable(
                name: "Tag");

            migrationBuilder.DropTable(
                name: "DataType");

            migrationBuilder.DropTable(
                name: "PropertyGroup");

            migrationBuilder.DropTable(
                name: "Language");

            migrationBuilder.DropTable(
                name: "ContentType");

            migrationBuilder.DropTable(
                name: "Node");
        }
    }
}
