#include "nlp/names/given_names.h"

namespace tocsin {
namespace {

// English, French and others of western Europe.
constexpr std::string_view kGiven = R"(
Aaron Abby Abel Abigail Abner Abraham Abram Ada Adam Adela Adelaide Adele Adeline Adrian Adriana Adrienne Agatha Agnes
Aidan Aileen Aimee Al Alan Alana Alaina Alastair Albert Alberta Alec Alex Alexa Alexander Alexandra Alexandria Alexia Alexis
Alf Alfred Alger Algernon Alice Alicia Alina Alison Alistair Allan Allen Allison Allyson Alma Alonzo Althea Alton Alvin
Alyssa Amanda Amelia Amos Amy Anastasia Andre Andrea Andreas Andrew Andy Angel Angela Angelica Angelina Angus Anita Ann
Anna Annabel Anne Annette Annie Anthea Anthony Antoinette Antonia Antony April Archibald Archie Aretha Ariana Arianna
Ariel Arlene Arlen Armand Arnold Art Artemus Arthur Ashley Ashton Asa Astrid Athena Aubrey Audrey August Augustine Augustus
Aurora Austen Ava Avery Barack Barbara Barbra Barnaby Barney Barrett Barron Barry Bart Barton Basil Beatrice Beau Becky
Belinda Ben Benedict Benjamin Bennett Benny Bernadette Bernard Bernice Bernie Bert Bertha Bertie Bertram Beryl Bessie Beth
Bethany Betsy Bette Betty Beverley Beverly Bianca Billie Billy Birch Blaine Blair Blaise Blanche Bo Bob Bobbie Bobby Bonnie
Boris Boyd Brad Bradford Bradley Brady Bram Branden Brandon Brandy Breckinridge Brenda Brendan Brenna Brent Brett Brian
Briana Brianna Bridget Brigid Britney Brittany Brock Bruce Bruno Bryan Bryant Bryce Bryn Bryon Buddy Byron Caitlin Caleb
Calvin Cameron Camilla Camille Candace Candice Carey Carissa Carl Carla Carlton Carly Carmen Carol Carole Caroline Carolyn
Carrie Carroll Carson Carter Cary Casey Caspar Casper Cassandra Cassie Cassius Catherine Cathleen Cathy Cecil Cecilia Cecily
Cedric Celeste Celia Celine Chaim Chandler Charlene Charles Charlie Chauncey Chelsea Cheri Cherie Cheryl Chester
Chet Chloe Chris Chrissie Christa Christabel Christina Christine Christoph Christopher Chuck Cindy Claire Clara Clare
Clarence Clarice Clarissa Clark Claude Claudette Claudia Clay Clayton Clem Clement Clementine Cliff Clifford Clifton Clint
Clinton Clive Clyde Cody Colby Coleen Colette Colin Colleen Connie Connor Conor Conrad Constance Cora Coral Cordelia Cordell
Corey Corinne Cornelia Cornelius Cory Courtney Craig Creighton Crispin Curt Curtis Cynthia Cyril Cyrus Daisy Damian Damien
Damon Dan Dana Danette Daniel Daniela Danielle Danny Daphne Darcy Daren Darin Darla Darlene Darrel Darrell Darren Darryl
Darwin Daryl Dave David Davy Dawn Dean Deanna Debbie Debora Deborah Debra Declan Deidre Deirdre Delbert Delia Della
Delores Demis Denis Denise Dennis Denny Denver Derek Dermot Derrick Desmond Devin Devon Dewey Dexter Diana Diane Dianna
Dianne Dick Diego Dina Dinah Dirk Dolly Dolores Dominic Dominique Don Donald Donna Donny Donovan Dora Doreen Doris
Dorothea Dorothy Dory Dougal Doug Douglas Drew Duane Dudley Duncan Dustin Dwayne Dwight Dylan Eamon Eamonn Earl Earnest
Ebenezer Ed Eddie Eden Edgar Edith Edmond Edmund Edna Eduard Edward Edwin Edwina Effie Eileen Elaine Elbert Elbridge Eleanor
Eleanora Elena Eli Elias Elihu Elijah Elisa Elisabeth Elise Elisha Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Ellis
Elmer Elmo Eloise Elon Elsa Elsie Elspeth Elton Elvira Elvis Elwood Emanuel Emerson Emery Emil Emile Emilia Emily Emma
Emmanuel Emmett Enid Enoch Enos Eric Erica Erik Erika Erin Ernest Ernestine Ernie Errol Ervin Erwin Esau Esme Esmond
Estelle Esther Ethan Ethel Etta Eugene Eugenia Eugenie Eunice Eustace Eva Evan Evangeline Evelyn Everett Ewan Ezekiel Ezra
Fabian Farrah Fay Faye Felicia Felicity Felipe Felix Fergus Ferdinand Fern Fidel Fiona Fletcher Flora Floyd Flossie
Forrest Fran Frances Francesca Francine Francis Frank Frankie Franklin Franklyn Fred Freda Freddie Freddy Frederic Frederica
Frederick Fredric Frieda Gabriel Gabriella Gabrielle Gail Galen Garret Garrett Garry Garth Gary Gavin Gayle Gemma Genevieve
Geoff Geoffrey George Georgette Georgina Gerald Geraldine Gerard Germaine Gerry Gertrude Gideon Gil Gilbert Giles Gillian
Gina Ginger Ginny Gladys Glen Glenda Glenn Glenys Gloria Godfrey Goldie Goldwin Gordon Grace Gracie Graeme Graham Grant
Greg Gregg Gregory Greta Gretchen Grover Gus Gustav Gustave Guy Gwen Gwendolyn Gwyneth Hailey Hal Haley Hallie Hamilton
Hamish Hank Hannah Hannibal Harlan Harley Harold Harriet Harrison Harry Hartley Harvey Hattie Hayden Hayley Hazel Heath
Heather Hector Heidi Helen Helena Helene Helga Henrietta Henry Herbert Herman Hermione Herschel Hester Hilary Hilda Hillary
Hiram Hobart Holly Homer Horace Horatio Hortense Howard Howie Hubert Hugh Hugo Humphrey Huey Ian Ichabod Ida Ignatius Igor
Ike Ilene Imelda Immanuel Imogen Ina Ingrid Inez Iona Ira Irene Iris Irma Irvin Irving Irwin Isaac Isabel Isabella Isabelle
Isaiah Isidore Isobel Ivan Ivor Ivy Jack Jackie Jacob Jacqueline Jacques Jacquelyn Jade Jaime Jake Jamal James Jamie
Jamieson Jan Jana Jane Janelle Janet Janette Janice Janie Janine Jared Jarrod Jarvis Jasmine Jason Jasper Jay Jayne Jean
Jeanette Jeanie Jeanne Jeannette Jeb Jed Jedediah Jeff Jefferson Jeffery Jeffrey Jemima Jenna Jennie Jennifer Jenny Jensen
Jeremiah Jeremy Jermaine Jerome Jerry Jess Jesse Jessica Jessie Jethro Jill Jillian Jim Jimmie Jimmy Jo Joan Joann Joanna
Joanne Job Jocelyn Jodi Jodie Jody Joe Joel Joey Johanna John Johnathan Johnnie Johnny Jolene Jon Jonah Jonas Jonathan
Joni Joseph Josephine Josh Joshua Josiah Josie Joy Joyce Juanita Jud Judah Judd Judith Judy Jules Julia Julian Juliana
Julianne Julie Juliet Juliette Julius June Justin Justine Kaitlyn Kamala Kara Karen Karin Karl Karla Kate Katelyn Katharine
Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla Keir Keisha Keith Kellie Kelly Kelsey Kelvin Ken Kendall Kendra
Kenneth Kenny Kent Kermit Kerri Kerry Kevin Kieran Kim Kimberly Kip Kirk Kirsten Kirsty Kit Kitty Krista Kristen Kristi
Kristin Kristina Kristine Kristy Kurt Kyle Kylie Lachlan Lafayette Lana Lance Lane Lara Larissa Larry Latoya Laura Laurel
Lauren Laurence Laurie Lavinia Lawrence Lawton Leah Leander Leanne Lee Leigh Leila Lela Leland Lemuel Len Lena Lenny Leo
Leon Leona Leonard Leonora Leopold Leroy Les Lesley Leslie Lester Leticia Letitia Levi Lewis Liam Libby Lila Lilah Lilian
Lillian Lillie Lily Lina Linda Lindsay Lindsey Linus Lionel Lisa Lise Liz Liza Lizzie Lloyd Lois Lola Lonnie Lora Loren
Lorena Lorenzo Loretta Lori Lorna Lorne Lorraine Lottie Lou Louis Louisa Louise Lowell Luann Lucas Lucia Lucian Lucie
Lucien Lucille Lucinda Lucius Lucretia Lucy Luella Luke Lulu Luther Lydia Lyle Lyman Lyn Lynda Lyndon Lynette Lynn Lynne
Lysander Mabel Mack Maddie Madeleine Madeline Madge Mae Maggie Magnus Maisie Malachi Malcolm Mallory Mamie Mandy Manny
Manuel Mara Marc Marcel Marcella Marcia Marcie Marco Marcus Margaret Margarita Margery Margie Margo Margot Marguerite
Maria Mariah Marian Marianne Marie Marietta Marilyn Marina Mario Marion Marisa Marissa Marjorie Marjory Mark Marla Marlene
Marlin Marlon Marnie Marsha Marshall Martha Martin Martina Marty Marvin Mary Maryann Maryellen Mathew Matilda Matt Matthew
Matthias Maud Maude Maura Maureen Maurice Mavis Max Maxime Maxine Maxwell Maynard Mazie Megan Meghan Mel Melanie Melinda
Melissa Melody Melville Melvin Mercedes Mercy Meredith Merle Merrill Merton Mervyn Meyer Mia Micah Michael Michaela Micheal
Michele Michelle Mick Mickey Mike Mildred Miles Millard Millicent Millie Milo Milton Mimi Mindy Minerva Minnie Mira
Miranda Miriam Mitch Mitchell Mitt Moira Mollie Molly Mona Monica Monique Monroe Montague Montgomery Monty Mordecai Morgan
Morris Mortimer Morton Moses Muriel Murray Myles Myra Myrna Myron Myrtle Nadia Nadine Nan Nancy Naomi Nat Natalia Natalie
Natasha Nathan Nathaniel Neal Ned Neil Nell Nellie Nelson Nettie Neville Newt Newton Niall Nicholas Nick Nicky Nicola
Nicolas Nicole Nigel Nikki Nikolas Nina Noah Noam Noel Nola Nolan Nora Norah Norbert Noreen Norm Norma Norman Norris
Obadiah Octavia Octavius Odette Olga Olive Oliver Olivia Ollie Olympia Omar Opal Ophelia Oren Orlando Orson Orville Oscar
Osbert Oswald Otis Otto Owen Paddy Paige Pam Pamela Pansy Parker Pat Patience Patrice Patricia Patrick Patsy Patti Patty
Paul Paula Paulette Pauline Payton Pearl Peggy Penelope Penny Percival Percy Perry Pete Peter Petra Peyton Phil Philip
Philippa Philippe Phillip Phillis Philomena Phineas Phoebe Phyllis Pierce Pierre Piers Pippa Polly Poppy Portia Prentiss
Preston Priscilla Prudence Prunella Quentin Quincy Quinn Quintin Rachael Rachel Rae Ralph Ramona Ramsay Randal Randall
Randi Randolph Randy Raphael Raquel Ray Raymond Reagan Rebecca Rebekah Reed Reg Regan Reggie Regina Reginald Reid Rene Renee
Reuben Rex Rhea Rhett Rhoda Rhonda Rhys Richard Richie Rick Rickey Ricky Riley Rishi Rita Rob Robbie Robert Roberta Robin
Robyn Rochelle Rod Roderick Rodger Rodney Roger Roland Rolf Rollo Roman Romeo Romney Ron Ronald Ronnie Rory Rosa Rosalie
Rosalind Rosamund Rosanna Roscoe Rosemary Rosie Roslyn Ross Rowan Rowena Roxanne Roy Royce Ruben Ruby Rudolf Rudolph Rudy
Rufus Rupert Russ Russell Rusty Ruth Rutherford Ryan Sabrina Sadie Sal Sally Salmon Sam Samantha Sammy Samuel Sandra Sara
Sarah Sargent Saul Savannah Schuyler Scott Scottie Seamus Sean Sebastian Selena Selina Selma Serena Seth Seymour Shane
Shannon Shari Sharon Shaun Shauna Shawn Sheila Shelby Sheldon Shelley Shelly Sheri Sheridan Sherman Sherri Sherrod Sherry
Sheryl Shirley Sian Sibyl Sidney Siegfried Sigmund Silas Silvester Silvia Simeon Simon Simone Sinead Sinclair Solomon
Sonia Sonny Sonya Sophia Sophie Spencer Spiro Stacey Stacy Stan Stanley Stella Stephan Stephanie Stephen Sterling Steve
Steven Stewart Strom Stuart Sue Summer Susan Susanna Susannah Susanne Susie Suzanne Suzette Sybil Sydney Sylvester Sylvia
Tabitha Tamara Tammy Tanya Tara Tasha Tatum Taylor Ted Teddy Terence Teresa Terrance Terrence Terri Terry Tess Tessa
Thad Thaddeus Thea Thelma Theo Theodora Theodore Theresa Thomas Thornton Tia Tiffany Tilda Tim Timothy Tina Tip Titus Tobias
Toby Todd Tom Tommy Toni Tony Tonya Topher Tracey Tracy Travis Trent Trevor Tricia Trina Trish Tristan Troy Trudy Truman
Tucker Tulsi Tyler Tyrone Ulysses Uma Una Ursula Uriah Val Valentine Valerie Van Vance Vanessa Vaughan Vaughn Velma Vera
Verity Vern Verna Vernon Veronica Vicki Vickie Vicky Victor Vijay Vince Vincent Viola Violet Virgil Vivian Vivien Vivienne
Wade Waldo Wallace Wally Walt Walter Wanda Warner Warren Wayne Wendell Wendy Wesley Wes Whitney Wilbert Wilbur Wilda Wiley
Wilfred Wilfrid Wilhelmina Will Willa Willard William Williamina Willie Willis Wilma Wilson Winfield Winifred Winnie Winona
Winston Winthrop Woodrow Wyatt Wyndham Wynne Xavier Yolanda Yvette Yvonne Zachary Zachariah Zach Zack Zebulon Zelda Zoe
Adolphe Adrien Alain Alphonse Amelie Anatole Anne-Marie Antoine Ariane Aristide Armelle Arnaud Aurelie Aurelien Bastien
Benoit Bernadine Bertrand Brigitte Bruno Capucine Cecile Cedric Celine Chantal Christelle Christophe Claudine Clemence
Clotilde Corentin Coralie Cyrille Damien Delphine Desire Didier Dominique Edouard Eliane Elodie Emeric Emilie Emmanuelle
Eric Estelle Etienne Eugenie Eve Fabien Fabienne Fabrice Fernand Florence Florent Florian Franck Francois Francoise
Frederique Gaelle Gaspard Gaston Gautier Genevieve Georges Gerald Gerard Ghislaine Gilles Gisele Gregoire Guillaume Guy
Gwenael Henri Henriette Herve Hippolyte Honore Hubert Huguette Isabeau Jacky Jean-Baptiste Jean-Claude Jean-Francois
Jean-Jacques Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Paul Jean-Philippe Jean-Pierre Jean-Yves Jeannine
Jerome Joachim Jocelyne Joel Jordan Josette Julien Juliette Laetitia Laure Laurent Leonie Lionel Loic Louis-Philippe Luc
Lucette Ludovic Madeleine Maelle Manon Marc Marcelin Margaux Marie-Claude Marie-France Marine Mathieu Mathilde Maurice
Maxime Maximilien Melenchon Michel Micheline Mireille Monique Morgane Muriel Mylene Nathalie Nicolas Noemie Odile Olivier
Pascal Pascale Patrice Paulin Philippe Pierre-Yves Quentin Raphaelle Raymonde Regine Regis Remi Remy Renaud Rene Robespierre
Rodolphe Roland Romain Roselyne Roxane Sabine Salome Samuel Sandrine Sebastien Segolene Serge Severine Simone Solange
Stephane Sylvain Sylvie Theophile Therese Thierry Thomas Toussaint Tristan Valery Veronique Victoire Violette Virginie
Xavier Yann Yannick Yves Yvon
Achim Adalbert Adolf Albrecht Alfons Alois Andrea Anette Anke Annalena Anneliese Annegret Ansgar Anton Antje Armin Arndt
Arno Axel Balthasar Bastian Beate Benno Bernd Bernhard Berthold Bettina Birgit Bjorn Bodo Brigitte Britta Burkhard Carsten
Christa Christel Christiane Christoph Clemens Claudius Claus Cornelia Dagmar Detlef Detlev Dieter Dietmar Dietrich Dirk
Doris Dorothee Eberhard Eckart Egon Ekkehard Elfriede Elke Elmar Emil Engelbert Erhard Erich Ernst Erwin Eugen Ewald Fabian
Falk Felicitas Ferdinand Franka Franz Franziska Friedhelm Friedrich Friederike Fritz Gabriele Georg Gerd Gerda Gerhard
Gernot Gero Gertrud Gisela Giselher Gottfried Gotthold Gottlob Gregor Grete Gudrun Guido Gunnar Gunter Gunther Gustav Hanna
Hannelore Hannes Hans Hans-Dietrich Hans-Georg Hans-Jochen Hans-Joachim Hans-Jurgen Hans-Peter Harald Hartmut Hasso Hedwig Heike
Heiko Heiner Heinrich Heinz Heinz-Christian Helge Hella Helmut Helmuth Henning Henrik Herbert Heribert Hermann Herta Hilde
Hildegard Hinrich Holger Horst Hubertus Ilka Ilona Ilse Immanuel Inge Ingeborg Ingo Irmgard Isolde Jens Joachim Jochen
Johann Johannes Jorg Joschka Jost Julia Jurgen Jutta Kai Karin Karl-Heinz Karl-Theodor Karola Karsten Kaspar Katarina
Katharina Kathe Katja Katrin Kerstin Klaas Klara Klaus Konrad Konstantin Kristof Kunigunde Lars Leonhard Leopold Liesel
Liselotte Lorenz Lothar Ludger Ludolf Ludwig Luise Lukas Lutz Magda Magdalena Manfred Manuela Marcel Mareike Margarete
Margit Marita Marius Marlies Markus Marten Mathias Matthaus Matthias Maximilian Mechthild Meinhard Michaela Monika Moritz
Nikolaus Norbert Olaf Oskar Otmar Ottmar Ottokar Paul-Heinz Peer Petra Philipp Rainer Ralf Reiner Reinhard Reinhold Renate
Ricarda Robert Roderich Roland Rolf Rosa Rosemarie Roswitha Rudiger Rudolf Ruprecht Ruth Sabine Sahra Sascha Sebastian
Siegbert Siegfried Siegmar Sieglinde Sigmar Sigrid Silke Silvio Sonja Stefan Stefanie Steffen Steffi Susanne Sven Svenja
Swantje Tanja Tassilo Theodor Theresia Thilo Thorben Thorsten Tilman Till Timo Tino Tobias Torsten Traudl Trude Udo Ulf Uli
Ulla Ulrich Ulrike Ursula Urs Ute Uwe Veit Vera Verena Viktor Volker Volkmar Waldemar Walther Waltraud Wenzel Werner
Wilfried Wilhelm Willi Willy Winfried Wolf Wolfgang Wolfram Wolf-Dieter Xaver Yvonne Zacharias
Aad Aart Adriaan Ahmed Albertus Andries Anneke Annemarie Antoon Arend Arie Arjen Baptist Barend Bas Bauke Boudewijn Bram
Carola Coen Cor Cornelis Dick Diederik Dries Eelco Elly Emiel Femke Ferry Filip Frans Frits Geert Gerrit Gert Gijs Godfried
Guus Hendrik Herman Hilde Huib Ineke Jaap Jacobus Jelle Jeroen Jesper Johan Joop Joost Jos Joris Jozef Karel Kees Klaas
Koen Lodewijk Lodewyk Louwrens Maarten Machiel Marijke Marleen Marloes Maurits Meindert Menno Mieke Neelie Pieter Piet Pim
Reinier Rianne Roelof Ruud Saskia Sjoerd Sigrid Stijn Sybren Teun Theo Thierry Thijs Tjeerd Vincent Willem Wim Wouter
Wopke Yves
Agneta Alf Anders Anders Anette Anneli Annika Arvid Asa Asbjorn Aslaug Axel Bengt Bente Berit Bertil Birger Birgitta Bjarne
Bo Borje Carin Carl Carl-Gustaf Christer Dag Ebba Einar Elin Elisabet Else Erkki Erland Erling Esko Espen Eva Folke Fredrik
Fredrika Frida Frode Geir Goran Gosta Greta Gro Gudmundur Gudrun Gunilla Gunn Gunnar Gustaf Haakon Haldor Halvard Hanne
Harri Heikki Helle Henrik Hilmar Inga Ingemar Inger Ingmar Ingolf Ingvar Jarl Jens Jesper Johanne Jonas Jorgen Jorma Jorn
Juha Jussi Jyrki Kaarina Kaj Kalevi Kalle Kari Karin Katri Kekkonen Kim Kimmo Kirsi Kjell Knud Knut Kristian Lars Lasse
Lauri Leif Lena Lennart Linnea Liv Magdalena Magnus Maj Marit Margareta Margrethe Markku Martti Matti Mauno Mette Mikael
Mikko Mogens Morten Niels Nils Nina Olav Ole Oluf Olli Olof Ove Paavo Pal Palle Pekka Pentti Per Petter Pia Poul Ragnar
Ragnhild Rasmus Reidar Riitta Risto Roald Rune Runar Sanna Sari Sauli Seppo Signe Sigurd Sigurdur Siiri Siri Siv Soren
Stefan Stein Steinar Stig Stieg Stine Sture Sune Svante Svein Sverre Tage Tapio Tarja Teemu Terje Thor Thorbjorn Thorvald
Timo Tor Torbjorn Tore Torgny Torild Tove Trine Trond Trygve Ulf Ulla Urho Urpo Vagn Veikko Vidar Vigdis Viljo Ville
Vilhelm Yrjo Halldor Olafur Bjarni Katrin Johanna Jon Sigmundur Steingrimur
)";

// Romance languages, Greek.
constexpr std::string_view kGivenSouth = R"(
Abelardo Adalberto Adan Adela Adelina Adolfo Adriano Agapito Agostinho Agustin Aitor Alba Alberto Aldo Alejandra Alejandro
Alejo Alessandra Alessandro Alessia Alfonso Alfredo Alicia Almudena Alonso Alvaro Amadeo Amado Amalia Amancio Amaro Amelia
Amerigo Amintore Ana Anacleto Anastasio Andres Angelino Angelo Anibal Anselmo Antonella Antonello Antonino Antonio Aparecida
Araceli Arcadio Aristides Armando Arnaldo Arrigo Arturo Ascension Asuncion Augusto Aurelio Aureliano Azucena Baldassare
Baltasar Bartolome Bartolomeo Basilio Beatriz Belen Belisario Benedetto Benedita Benigno Benita Benito Bernarda Bernardino
Bernardo Berta Bettino Biagio Blanca Blas Bonifacio Braulio Bruna Caetano Camila Camilo Candido Caridad Carina Carlo Carlos
Carlota Carme Carmela Carmelo Carmine Carolina Casimiro Catalina Caterina Catarina Cayetano Cecilio Celestino Celia Celso
Cesar Cesare Chiara Chico Cinzia Ciriaco Cirino Ciro Clarice Claudio Clelia Clemente Clodomiro Concepcion Concetta Conchita
Consuelo Corrado Cosimo Cosme Cristiana Cristiano Cristina Cristobal Cristovao Cuauhtemoc Dalia Damiano Daniele Daniella
Daniello Danilo Dario David Delfim Delfina Demetrio Desiderio Diana Dilma Dina Dino Diogo Dionisio Dolores Domenico
Domingo Domingos Domitila Donatella Donato Duarte Edda Edgardo Edinho Edmundo Eduarda Eduardo Efrain Egidio Eladio Elena
Elenora Eleonora Elia Eligio Elio Elisa Elisabetta Eliseo Eloy Elpidio Elsa Elvio Elvira Emiliano Emilio Emma Enrica Enrico
Enrique Enzo Epifanio Ercole Ermanno Ernesto Esperanza Esteban Estela Estevao Eugenio Eulalia Eusebio Eustaquio Eva Evaristo
Evelina Evo Ezequiel Fabio Fabiola Fabrizio Facundo Fausto Federica Federico Felice Felicia Feliciano Felipe Fermin Fernanda
Fernando Fidel Filippo Filomena Filomeno Fiorella Fiorello Flavia Flavio Florencia Florencio Florentino Floriano Fortunato
Francesca Francesco Francisca Francisco Franca Franco Fulgencio Fulvio Gabriela Gabriele Gaetano Galeazzo Galo Gaspar
Gaspare Gennaro Genoveva Gerardo Geraldo Germain German Geronimo Getulio Giacinto Giacomo Giampaolo Giampiero Gian Giancarlo
Gianfranco Gianluca Gianna Gianni Gianpaolo Gino Gioacchino Giordano Giorgia Giorgio Giosue Giovanna Giovanni Girolamo Gisela
Giulia Giuliana Giuliano Giulio Giuseppe Giuseppina Gloria Gonzalo Gracia Graciela Graciliano Gregorio Grazia Graziano
Guadalupe Gualberto Guglielmo Guido Guillem Guillermina Guillermo Gumersindo Gustavo Haroldo Heitor Helder Helena Heliodoro
Henrique Heriberto Hermenegildo Hermes Hermilo Hernan Hernando Hilario Hipolito Horacio Horatio Hortensia Hugo Humberto Iago
Ibere Ignacia Ignacio Ignazio Ilaria Ildefonso Ines Inigo Inmaculada Ippolito Iria Irma Isabel Isabella Isadora Isidoro
Isidro Ismael Italo Itamar Ivana Ivano Ivonne Jacinto Jacobo Jacopo Jaime Jair Javier Jeronimo Jesus Joana Joao Joaquim
Joaquin Jorge Jose Josefa Josefina Josep Jovita Juan Juana Juana Juarez Judit Julia Juliana Juliano Julieta Julio Juscelino
Justo Karina Krisztina Ladislao Lamberto Laura Laureano Lautaro Lazaro Leandro Leocadia Leonardo Leonel Leonidas Leonor
Leopoldo Leticia Lidia Ligia Lilia Liliana Lino Livia Livio Lorena Lorenza Lorenzo Lourdes Luca Lucas Lucero Lucia
Luciana Luciano Lucio Lucrezia Ludovico Luigi Luigia Luis Luisa Luiz Lula Luz Macarena Maddalena Magali Magdalena Magaly
Manlio Manola Manuel Manuela Mara Marcela Marcelino Marcello Marcelo Marcial Marco Marcos Margherita Mariana Mariano
Maribel Maricela Mariela Mariella Marielle Marina Mario Marisa Marisol Maristela Marta Martina Martinho Maruja Massimiliano
Massimo Mateo Matias Matilde Matteo Maurizio Mauricio Mauro Maximiliano Maximino Maximo Melchor Mercedes Micaela Michela
Michelangelo Michele Miguel Milagros Mireia Mirella Mirko Modesto Moises Monica Montserrat Narciso Natalia Natividad Nazario
Nelida Nelio Nello Nelson Nereida Nestor Niccolo Nicolae Nicolas Nicolau Nicoletta Nicolo Nilda Nivaldo Noelia Norberto
Nunzio Nuria Octavio Odilia Odorico Olegario Olimpia Olivia Olga Omar Onofre Oriana Oriol Orlando Ornella Oronzo Oscar
Osvaldo Oswaldo Ottavio Ovidio Pablo Palmiro Paloma Pancho Paola Paolo Pascual Pasqual Pasquale Pastora Patricio Patrizia
Paulina Paulino Paulo Paz Pedro Pere Pepe Perla Pia Piedad Pier Piera Pierluigi Piero Pietro Pilar Pio Plinio Porfirio
Primitivo Primo Prospero Prudente Quim Quirino Quintino Rafael Rafaela Raffaele Raffaella Raimondo Raimundo Ramiro Ramon
Raniero Raul Rebeca Regina Reinaldo Renato Renata Renzo Ricardo Riccardo Rigoberta Rigoberto Rita Roberta Roberto Rocco Rocio Rodolfo
Rodrigo Rogelio Rogerio Rolando Romano Romeo Romildo Romolo Romulo Ronaldo Rosa Rosalba Rosalia Rosana Rosanna Rosario
Rosaura Rosella Rosetta Rossana Rossella Ruben Rufino Ruggero Ruy Sabina Sabino Salustiano Salvador Salvatore Samuele Sandro
Santiago Santino Santos Saverio Sebastiao Sebastiano Segundo Serafin Serena Sergi Sergio Severino Silvana Silvano Silvestre
Silvia Silvina Silvio Simona Simone Socorro Sofia Soledad Sonia Soraya Stefania Stefano Susana Sveva Tabare Tancredi
Tancredo Tania Tarcisio Tatiana Telmo Telmo Teodora Teodoro Teodosio Teofilo Teresa Teresita Tiago Timoteo Tina Tito Tiziana
Tiziano Tomas Tomaso Tommaso Toni Toribio Trinidad Tulio Ubaldo Ugo Ulises Umberto Urbano Uriel Valentin Valentina Valentino
Valeria Valerio Vasco Venancio Vera Veronica Vicenta Vicente Victoriano Victorino Vicenzo Vilma Vincenza Vincenzo Violeta
Virgilio Virginio Viridiana Vito Vittoria Vittorio Viviana Wagner Walter Washington Wilfredo Wilmer Wladimir Xabier Ximena
Ximo Yago Yamila Yanira Yesenia Yolanda Zacarias Zeferino Zenaida Zoila Zulema
Adina Adriana Alina Anca Andreea Aurel Aurelian Bogdan Calin Catalin Catalina Ciprian Claudiu Constantin Corneliu Cosmin
Costel Costin Cristian Crin Dacian Dan Daniela Denisa Doina Dragos Dumitru Elena Emil Eugen Flavius Florea Florin Gavril
Gheorghe Horia Iancu Iliana Ilie Ioan Ioana Ion Ionel Ionut Irina Iuliana Iuliu Laurentiu Lavinia Liviu Lucian Luminita
Madalina Marian Maricica Marius Mihaela Mihai Mihail Mihnea Mircea Mirela Monica Mugur Nicolae Nicoleta Nicusor Octavian
Ovidiu Petre Petru Radu Raluca Razvan Remus Roxana Sabin Serban Silviu Simona Sorin Stelian Teodor Theodor Tiberiu Titu
Traian Tudor Valeriu Vasile Victor Viorel Viorica Virgil Vlad Zoltan
Achilleas Adamantios Adonis Aggelos Alekos Alexandros Alexis Anastasios Andreas Angeliki Anna Antonis Apostolos Aris Aristidis
Aristotelis Athanasios Charalambos Charilaos Christos Christodoulos Chrysanthos Costas Dimitra Dimitri Dimitrios Dimitris
Dionysios Dora Eleftherios Elias Eleni Evangelos Evripidis Fofi Gennimata Georgia Georgios Giannis Giorgos Glafcos Grigoris
Iason Ioannis Kalliope Katerina Konstantina Konstantinos Kostas Kyriakos Lambros Leonidas Loukas Makis Manolis Marios Melina
Michalis Miltiadis Nicos Nikitas Nikolaos Nikos Odysseas Panagiotis Panayiotis Panos Pantelis Pavlos Pericles Petros Prokopis
Sakis Sokratis Sotiris Spyridon Spyros Stavros Stefanos Stelios Takis Tassos Thanasis Thanos Themistoklis Theodoros
Theofilos Thrasyvoulos Tryfon Vangelis Vasilios Vasilis Vassilis Xenophon Yannis Yanis Yiannis Yiorgos Zoi
)";

// Slavic, Baltic, Hungarian, Caucasian, Turkic.
constexpr std::string_view kGivenEast = R"(
Abdulla Adam Adolf Afanasy Agata Agnieszka Aleksandar Aleksandr Aleksandra Aleksei Aleksej Aleksey Aleksy Alena Alenka Ales
Alesha Alexandr Alexei Alexey Alfreds Alicja Alina Alla Alois Alojz Amir Anastasiya Anatol Anatoli Anatoliy Anatoly Andrea
Andrei Andrej Andreja Andres Andrey Andrij Andris Andrius Andriy Andros Andrus Andrzej Aneta Angelina Anke Anna Ante Antanas
Anton Antonin Antonina Antoni Anzhela Apolinary Arkadi Arkady Arkadiusz Arnold Arpad Arsen Arseniy Arseny Artem Artemy Artis
Artur Asen Atanas Atila Attila Aurelija Avram Balazs Barbara Bartosz Bartlomiej Bedrich Bela Beata Bence Biljana Blagoje Blaz
Blagovest Blaga Bogdan Bogdana Bogumil Boguslaw Bohdan Bohumil Bohuslav Bojan Bojana Boleslaw Bora Boris Borislav Borislava
Borys Boyan Boyko Bozena Bozidar Branislav Branka Branko Bratislav Bronislaw Brunon Bulat Cezary Cvetan Cyril Czeslaw Dalia
Dalibor Damir Dana Daniel Danica Danijel Danil Danilo Danuta Danylo Darek Daria Darina Dariusz Darko Darya Dejan Denis Denys
Deyan Dimitar Dimitrij Dimitrije Dimitrijs Diana Dmitri Dmitrii Dmitriy Dmitro Dmitry Dmytro Dobrica Dobroslav Dominik Donatas
Dora Dorota Dositej Dragan Dragana Draginja Dragoljub Dragomir Dragoslav Drazen Dubravka Dusan Dusko Dzhokhar Edita Edmund
Eduard Edvard Edyta Ekaterina Elena Eliska Elzbieta Emil Emilia Emin Emir Endre Enver Ermin Ernest Erzsebet Eugeniusz Eva
Evgeni Evgenia Evgenii Evgeniy Evgeny Ewa Fadil Fedir Fedor Feliks Felix Ferenc Filip Franciszek Franjo Frantisek Fyodor
Gabor Gabriela Galina Gavril Gavrilo Gediminas Genadi Gennadi Gennadiy Gennady Georgi Georgij Georgii Georgiy Georgy Gergely
Gerasim German Gheorghi Gintaras Gizela Gjorge Gleb Goran Gordana Gorica Grazyna Grigori Grigoriy Grigory Grzegorz Gustaw
Gyorgy Gyula Halina Hana Hanna Hashim Henryk Hrvoje Hristo Hryhoriy Iegor Ignacy Ignat Igor Ihor Ilia Iliya Ilija Ilir Illia
Ilona Ilya Imre Ines Inna Innokenty Ioseb Iosif Ira Irakli Irena Irina Iryna Istvan Ivan Ivana Ivanka Ivica Ivo Ivailo
Ivaylo Iveta Iwona Izabela Jacek Jadranka Jadwiga Jakov Jakub Jan Jana Jani Janez Jania Janina Janis Janko Janos Janusz
Jarmila Jaromir Jaroslav Jaroslava Jaroslaw Jasmin Jasmina Jasna Jaswant Jekaterina Jelena Jelica Jeno Jerzy Jevgeni Jindrich
Jiri Joanna Jolanta Joanna Josif Josip Jovan Jovana Jovanka Jozef Jozsef Judit Juozas Juri Jurij Juris Justyna Kacper Kaja
Kalina Kalman Karel Karim Karol Karolina Karoly Kasia Kasym-Jomart Katalin Katarina Katarzyna Katerina Kazimierz Kersti Khariton
Kira Kiril Kirill Kiro Klara Klement Klemens Kliment Kolinda Konrad Konstantin Konstanty Kornel Krasimir Krastyo Kresimir
Kristjan Krisztina Krzysztof Ksenia Kuzma Kyrylo Ladislav Lajos Larisa Laszlo Lazar Lech Lena Leonid Leszek Lev Levan Levon
Lidia Lidiya Liliana Liudmila Ljiljana Ljubisa Ljubomir Ljubo Ljubica Ljudmila Lubomir Lubos Lucjan Lucyna Ludek Ludmila
Ludvik Ludwik Lukasz Lyuba Lyubov Lyudmila Maciej Magdalena Maja Maksim Maksym Malgorzata Marcin Marek Margarita Margita
Maria Marian Mariana Marija Marijan Marin Marina Marinela Mariusz Mariya Mark Marko Marta Martin Marton Maryna Mateja Mateusz
Matej Matija Matus Matyas Maxim Maya Mecislav Medea Mehmed Melnyk Metodi Michal Mieczyslaw Mihail Mihailo Mihajlo Mihaly
Miha Mihkel Mijat Mika Mikalai Mikhail Mikhael Mikheil Mikita Miklos Mikola Mikolaj Mikolas Mikulas Mila Milan Milana
Mile Milena Milenko Miles Milica Milivoj Miljenko Millie Milo Milorad Milos Miloslav Milosz Milovan Milun Miodrag Mira
Mirek Mirela Mirjana Mirko Miro Miron Miroslav Miroslava Miroslaw Mitja Mitko Mladen Momcilo Momir Monika Mykhailo Mykola
Nada Nadezhda Nadia Nadiya Naftali Natalia Nataliya Natalka Natalya Natasa Nazar Nebojsa Nedeljko Nenad Nestor Nicola
Nikita Nikola Nikolai Nikolaj Nikolay Nikos Nina Ninel Ninoslav Nino Norbert Novak Oana Ognjen Oksana Olaf Oldrich Oleg Oleh
Olekandr Oleksandr Oleksandra Oleksii Oleksiy Olena Olga Olha Oliver Ondrej Orest Ostap Otakar Pal Panas Patryk Pavao Pavel
Pavle Pavlina Pavlo Pawel Peeter Pencho Petar Peteris Petko Petr Petra Petro Petru Petruta Petya Piotr Platon Plamen Polina
Predrag Przemyslaw Rada Radek Radko Radmila Radomir Radoslav Radoslaw Radoslava Radovan Rados Rafal Raimonds Raisa Rajko
Ramzan Rasim Rastislav Ratko Renata Rimantas Robert Roman Romana Romas Romuald Rostislav Rostyslav Roza Ruslan Ruslana Rustam
Ruta Ryszard Sandor Sandra Sasa  Savka Savva Sebastian Semen Semyon Serafim Sergei Sergej Sergey Sergii Sergiu Sergiy
Serhiy Serhii Sergo Sevdalin Shalva Simeon Simona Slaven Slavica Slavko Slavoj Slavomir Slobodan Snezana Sofia Sofiya Sofya
Sonja Spas Spasoje Srdan Srdjan Sreten Stana Stanimir Stanislav Stanislava Stanislaw Stanislovas Stanko Stasys Stefan Stefania
Stefka Stela Stepan Stevan Stipe Stjepan Stojan Stoyan Stylian Sultan Svetlana Svetoslav Svetozar Svyatoslav Swiatoslaw
Szilard Szymon Tadej Tadeusz Tamas Tamara Tanya Taras Tarmo Tatiana Tatjana Tatyana Tibor Tihomir Timofei Timofey Tine
Todor Toma Tomas Tomasz Tomaz Tomislav Toomas Trajan Trajko Tsvetan Tudor Tymofiy Tymoteusz Urszula Uros Vadim Vadym Vahagn
Valdas Valdis Valentin Valentina Valentyn Valerij Valeri Valeriy Valery Vaclav Vanja Varvara Vasil Vasili Vasiliy Vasilije
Vasily Vasko Vassil Vassily Vasyl Vazgen Velimir Velko Vera Veronika Veselin Viacheslav Vidoje Viera Vigaudas Vika Vikenty Viktar
Viktor Viktoria Viktoriya Viktors Vilim Vilis Vilma Vilmos Vincas Viola Violeta Vit Vitali Vitalii Vitaliy Vitaly Vitezslav
Vitold Vjekoslav Vlad Vlada Vladan Vladimir Vladimira Vladislav Vladko Vladlen Vlasta Vlastimil Vlatko Vojislav Vojtech Volodia
Volodymyr Vsevolod Vuk Vukasin Vuk Vyacheslav Vytautas Waclaw Waldemar Walery Wanda Wieslaw Wiktor Wincenty Witold Wladyslaw
Wlodzimierz Wojciech Wojtek Yakov Yana Yanka Yanko Yaroslav Yefim Yegor Yekaterina Yelena Yelizaveta Yevgeni Yevgenia Yevgeniy Yevgeny
Yevhen Yordan Yordanka Yulia Yuliia Yulian Yuliya Yuri Yurii Yuriy Yury Zahari Zbigniew Zbynek Zdenek Zdravko Zdzislaw Zelimir
Zeljko Zhelyu Zhivko Zigmas Zinaida Ziva Zivko Zlatko Zlatan Zofia Zoltan Zora Zoran Zoranna Zorica Zsolt Zsuzsanna Zuzana
Zvi Zviad Zygmunt Zvonimir Zvonko
Abdullah Adnan Ahmet Akif Alev Ali Alp Alparslan Arda Aslan Asli Ataturk Aydin Aylin Ayse Aysel Azer Baris Bayram Beyza Berat
Binali Bulent Burak Burhan Can Celal Cem Cemal Cemil Cengiz Cevdet Deniz Derya Devlet Dilek Dogan Ebru Ecevit Ekrem Elchin Elif
Elnur Emine Emre Enis Ercan Erdal Erdem Erdogan Eren Erkan Erol Ertugrul Esra Evren Fahrettin Faruk Fatih Fatma Ferhat Fethullah
Feyzi Fikri Gokhan Gulsen Gultan Gurbanguly Hakan Haldun Halide Halil Haluk Hande Hasan Haydar Heydar Hikmet Hulusi Huseyin Ibrahim
Idris Ilham Ilker Imamali Ismail Ismet Kadir Kemal Kenan Kerem Koray Leyla Mahmut Mansur Mehmet Mehriban Melih Meral Mert Mesut Metin
Mevlut Muharrem Murat Mustafa Nazim Necdet Necmettin Nihat Numan Nur Nursultan Nurten Oguz Okan Omer Onder Onur Orhan Osman
Ozan Ozgur Ozlem Ramiz Rauf Recep Refik Resul Riza Sadi Sedat Selahattin Selcuk Selim Selin Semra Serdar Serkan Sinan Suat
Suleyman Sumeyye Saparmurat Sooronbay Tansu Tayfun Tayyip Tevfik Timur Tolga Tuncay Turan Turgut Ufuk Ugur Umit Umut Volkan
Yalcin Yasar Yildiz Yilmaz Yigit Yunus Yusuf Zafer Zehra Zeki Zeynep Ziya
Armen Ashot Gagik Hayk Hovik Karen Khachatur Nikol Robert Serzh Tigran Vardan Vazgen Bidzina Davit Eduard Giorgi Irakli Kakha
Levan Mamuka Mikheil Nika Salome Shota Tamar Vakhtang Zaza Zurab
)";

// Arabic, Persian, Hebrew, South Asian, East Asian, South-East Asian, African.
constexpr std::string_view kGivenSouthEast = R"(
Aamir Abbas Abd Abdallah Abdel Abdelaziz Abdelhamid Abdelkader Abdelmadjid Abdelmalek Abderrahmane Abdessalam Abdi Abdirahman Abdoulaye
Abdul Abdulaziz Abdulhamid Abdulkadir Abdulkarim Abdullahi Abdulla Abdulrahman Abdur Abid Abu Adel Adil Adnan Afif Ahmad Ahmadu
Ahmed Aisha Akbar Akram Alaa Aliya Aliyu Amal Amani Amin Amina Aminu Amir Amira Amjad Ammar Amr Anas Anis Anwar Arafat Arif
Asad Asif Asma Assad Atef Atif Ayad Ayatollah Ayman Ayub Azhar Aziz Azmi Badr Bandar Bashar Bashir Bassam Benazir Bilal Boutros
Burhanuddin Chafik Chokri Dalal Daoud Dawood Dina Emad Emile Ezzat Fadi Fahad Fahd Faisal Faiz Fares Farhan Farid Farouk Farooq
Faruq Fateh Fathi Fatima Fatimah Fawzi Faysal Fazal Fouad Fuad Gamal Ghada Ghassan Ghazi Ghulam Habib Hadi Hafez Hafiz Haider
Haidar Haitham Hajj Hakim Hala Hamad Hamdan Hamid Hamza Hana Hanan Hani Hanif Harith Haroon Hashem Hasan Hasina Hassan Hatem Haya
Hazem Hesham Hichem Hind Hisham Hosni Hossam Hossein Houari Huda Humayun Husayn Husni Hussain Hussein Ibtisam Idriss Ihab Ijaz
Ilyas Imad Imran Inaam Iqbal Isa Ishaq Iskandar Ismael Ismail Issa Iyad Jabir Jaber Jafar Jalal Jaleel Jamal Jamila Jamil Jassim
Javed Jawad Jihad Jumana Junaid Kamal Kamel Karam Karim Karima Kassem Kazem Khadija Khaldoon Khaled Khalid Khalifa Khalil Khalilah
Khairy Khawaja Laila Lamia Latif Latifa Leila Liaquat Lina Louay Lubna Lutfi Maha Mahathir Mahdi Maher Mahfouz Mahmoud Mahmud
Majed Majid Makram Malak Malik Mamdouh Mamoun Mansoor Mansour Mariam Marouane Marwa Marwan Maryam Masood Masoud Massoud Maulana
Mazen Menachem Mirwais Mohamad Mohamed Mohamedou Mohammad Mohammed Mohsen Mohsin Moin Mokhtar Moncef Mona Mostafa Moulay Mouloud
Moustafa Mubarak Muhammad Muhammadu Mujib Mujibur Mulla Mullah Munir Muqtada Murtaza Musa Mushtaq Mustapha Muammar Muslim
Mutlaq Nabeel Nabih Nabil Nada Nadeem Nader Nadia Nadim Naftali Naguib Nahid Naim Najib Najla Najm Naseem Naser Nasir Nasr Nasrallah
Nasser Nawaf Nawaz Nayef Nazir Nizar Noor Nora Nouri Numan Nuri Omar Osama Osman Othman Qaboos Qais Qasim Qassem Rabia Rafic Rafiq
Rafik Rahim Rahman Raja Rajab Ramadan Rami Ramzi Rana Rania Ranil Rashad Rashed Rashid Rasheed Rauf Razi Reem Rehman Riad Rima Riyad
Riyadh Riz Saad Saadi Sabah Saddam Sadiq Safa Saeed Safwan Said Saif Sajid Salah Salahuddin Saleem Saleh Salem Salim Salma Salman Sami
Samia Samih Samir Samira Sana Sanaa Saud Sayed Sayyid Selma Shadi Shafiq Shah Shahbaz Shahid Shaikh Shakib Shakir Shamil Shamim Sharif
Shaukat Shehbaz Sheikh Shereen Sherif Sherry Shirin Sohail Suhail Sulaiman Suleiman Sultan Taha Tahar Taher Tahir Talal Talat Tamim
Tammam Tarek Tareq Tariq Tawakkol Tawfik Tayeb Turki Umar Umer Usama Usman Wael Wafa Wahid Waleed Walid Waqar Wasim Yahya Yasin
Yasir Yasmin Yasser Yassin Yazid Yousef Youssef Youcef Yusef Zafar Zahir Zaid Zain Zainab Zaki Zalmay Zayed Zeid Zeina Zia Ziad Zine
Zulfikar Zulfiqar
Akbar Alireza Amirhossein Arash Ardeshir Arezoo Asghar Azadeh Azar Babak Bahman Bahram Behnam Behrouz Behzad Bijan Dariush Ebrahim
Ehsan Elham Esfandiar Esmail Farah Faramarz Farhad Farideh Farshid Farzad Fereydoun Forough Gholam Gholamreza Golnaz Hamidreza Hashemi
Homa Hooman Houshang Iraj Jafar Jalil Jamshid Javad Kamran Kaveh Keyvan Khosrow Kourosh Ladan Mahnaz Mahsa Majid Mansoureh Marjane Marzieh
Masoumeh Mehdi Mehran Mehrdad Mir Mir-Hossein Mohammad-Reza Mohsen Mojtaba Morteza Nader Narges Nasrin Nazanin Negar Niloufar Parisa Parvin Parviz
Qasem Ramin Reza Rouhollah Ruhollah Saba Saeid Sardar Sasan Shahram Shapour Shirin Shohreh Siamak Sina Sohrab Soraya Vahid Yadollah
Aharon Ahuva Akiva Alon Amichai Amir Amnon Amos Anat Arieh Ariel Arye Aryeh Asher Avi Aviad Avichai Avigdor Avraham Ayala Ayelet
Azmi Baruch Benny Benzion Bezalel Binyamin Boaz Chaim Dalia Danny Dov Dror Effi Ehud Eitan Elazar Eli Eliezer Eliyahu Ephraim Esti
Eyal Ezer Gad Gadi Galit Gideon Gilad Gila Golda Haim Hanan Hillel Idan Ilan Isser Itai Itamar Itzik Limor Meir Menahem Merav
Micha Mordechai Moshe Nachman Nachum Naftali Nahum Natan Nir Nitzan Noa Ofer Ofir Ophir Oren Orly Orna Pinchas Pinhas Rafi Rehavam
Reuven Rivka Roni Ronen Ruvi Shabtai Shai Shalom Shaul Shelly Shimon Shlomo Shmuel Shulamit Stav Tal Tamar Tamir Tzachi Tzipi
Uri Uriel Uzi Uzzi Vered Yaakov Yael Yair Yakir Yariv Yechiel Yehoshua Yehuda Yehudit Yigal Yigael Yisrael Yitzhak Yizhar Yochanan
Yoav Yoel Yohanan Yona Yonatan Yosef Yossi Yuval Zalman Ze'ev Zeev Zehava Zevulun
Aarti Abhijit Abhinav Abhishek Achyuta Aditi Aditya Ajay Ajit Akash Akhilesh Akshay Alok Amar Amartya Amarinder Amit Amita Amitabh
Amol Amrita Anand Ananth Anandiben Anil Aniruddha Anita Anjali Anjana Ankit Ankita Ankur Anubhav Anupam Anuradha Anurag Aparna Apoorva Arati Aravind
Archana Arjun Arun Aruna Arunachalam Arvind Asha Ashish Ashok Ashutosh Ashvin Ashwin Ashwini Atal Atul Avinash Babu Bal Balakrishna
Balaji Balasaheb Balwant Bhagat Bhairon Bharat Bharti Bhaskar Bhavesh Bhim Bhimrao Bhupendra Bhupesh Bhupinder Bidhan Bijoy Biju Bimal
Bindeshwari Bipin Biren Chandan Chandra Chandrababu Chandrashekhar Charan Chetan Chiranjeevi Chirag Chitra Chittaranjan Dadabhai
Darshan Dayanand Deep Deepa Deepak Deepika Deepinder Dev Devendra Devi Dhananjay Dharmendra Dhirubhai Digvijaya Dilip Dinesh Dipankar
Divya Durga Eknath Esha Ganesh Ganga Gaurav Gautam Gautama Gayatri Geeta Ghanshyam Giriraj Girish Gita Gobind Gopal Gopalkrishna
Govind Gulzarilal Gurbachan Gurpreet Gursharan Gurudas Hardik Hari Harish Harivansh Harsh Harsha Harshavardhan Hema Hemant Hemwati Himanta Hindol
Hitesh Inder Indira Indrajit Indrani Indu Ishaan Ishita Jagadish Jagan Jagat Jagdish Jagjivan Jairam Jaswant Jawaharlal Jay Jaya Jayalalithaa Jayant
Jayanthi Jayaprakash Jeevan Jitendra Jyoti Jyotiraditya Kailash Kalpana Kalyan Kamalnath Kanchan Kanshi Kapil Karan Karpoori Karthik Karunanidhi Karuna
Kashiram Kaushik Kavita Kiran Kiren Kirti Kishore Konda Kriti Krishan Krishna Krishnan Kshitij Kumar Kumari Kunal Kushal Lakshmi
Lal Lala Lalit Lalita Lalu Lata Lavanya Laxman Laxmi Lokesh Madan Madhav Madhavrao Madhu Madhur Madhuri Mahadev Mahatma Mahendra
Mahesh Mahinda Mahua Maithripala Mallikarjun Mamata Mamta Manasi Mandeep Maneka Mani Manik Manish Manisha Manju Manmohan Mannar
Manoj Manohar Manpreet Mansi Mayank Mayawati Medha Meena Meenakshi Meera Meghnad Milind Minu Mohan Mohandas Mohit Morarji Motilal
Mukesh Mukul Mukund Mulayam Murali Murli Nagendra Nalini Namrata Nana Nand Nandan Nandini Narasimha Narayan Narayana Narendra Naresh
Natwar Naveen Navin Navjot Navneet Neelam Neeraj Neeru Neha Nidhi Nikhil Nikita Nilesh Nirav Nirmal Nirmala Nisha Nitesh Nitin Nitish Nupur
Omkar Pallavi Pandit Pankaj Parag Paramahansa Parameswaran Parminder Parth Partha Parvati Pavan Pawan Phani Pinarayi Piyush Pooja Prabhakar
Prabhat Pradeep Pradip Prafulla Prahlad Prakash Pramod Pranab Pranav Pranay Prasad Prasanna Prashant Pratap Pratibha Pratik Praveen Pravin
Prem Premchand Pritam Priti Priya Priyanka Pulak Puneet Purnima Purushottam Pushpa Pushkar Radha Radhika Raghav Raghuram Raghu Raghunath
Rahul Raj Rajagopala Rajan Rajat Rajeev Rajendra Rajesh Rajeswari Rajinder Rajiv Rajkumar Rajnath Rajni Rakesh Ram Rama Ramachandra
Ramakrishna Ramaswamy Raman Ramesh Rammanohar Ramnath Ranjan Ranjit Rashmi Ratan Ravi Ravindra Reena Rekha Renu Renuka Ritesh Ritika
Ritu Rohan Rohini Rohit Ruchi Rupa Sachin Sadananda Sadhana Sagar Sahil Sameer Samir Sampath Sandeep Sandhya Sangeeta Sanjay Sanjeev
Sanjiv Sanjit Santosh Sarojini Sarath Sarvepalli Satish Satya Satyajit Satyendra Savita Seema Shailendra Shankar Sharad Sharda Sharmila
Shashi Shatrughan Sheetal Shekhar Shibu Shikha Shilpa Shiv Shivani Shivraj Shobha Shraddha Shreya Shrikant Shruti Shubham Shweta
Shyam Shyama Siddharth Siddhartha Sirimavo Sitaram Smita Smriti Sneha Somnath Sonal Sonam Sonali Soumya Sourav Sri Sridhar
Srinivas Srinivasa Sriram Subhas Subhash Subramaniam Subramanian Subramanyam Sucheta Sudha Sudhir Sudip Sukhbir Sukhdev Sukumar Sumit
Sumitra Sundar Sundaram Sunil Sunita Supriya Suraj Surendra Suresh Surinder Surjit Surya Sushil Sushila Sushma Swami Swapan Swati
Syama Tanmay Tanvi Tarun Tejashwi Tejasvi Tushar Uday Uddhav Ujjwal Ulhas Uma Umesh Upendra Utpal Utkarsh Vaibhav Vajubhai Vallabhbhai Vandana
Varun Vasant Vasundhara Vasudev Venkaiah Venkat Venkata Venkatesh Venkatraman Vibha Vidya Vijaya Vijayan Vijayalakshmi Vikas Vikram
Vilas Vilasrao Vimal Vinay Vinayak Vineet Vinit Vinod Vinoba Vipin Vipul Viraj Virat Virendra Vishal Vishnu Vishwanath Vithalbhai Vivek
Vivekananda Yash Yashwant Yashwantrao Yogendra Yogesh Yogi Zakir
Chandrika Gotabaya Junius Lakshman Mangala Ranasinghe Velupillai Anura Basil Pushpa Khaleda Ziaur Tajuddin Sajeeb Tofael
Aiko Akihiko Akihito Akiko Akio Akira Asako Asuka Atsushi Ayako Banri Chiaki Chikako Chiyo Daichi Daisuke Eiichi Eiji Eisaku Emi Emiko
Etsuko Fumie Fumihito Fumiko Fumio Fusae Genichiro Goro Hajime Hana Haruhiko Haruka Haruki Haruko Hayao Hayato Hideaki Hidehiko Hideki
Hideo Hideyoshi Hikaru Hirobumi Hirofumi Hirohito Hiroki Hiroko Hiromi Hiroshi Hiroto Hiroyuki Hisako Hisashi Hitoshi Ichiro Isamu
Isao Isoroku Itsuki Jiro Jun Junichi Junichiro Junko Kaede Kafu Kaito Kakuei Kanako Kaoru Kasumi Katsuhiko Katsuya Kazuhiko Kazuhiro
Kazuko Kazuo Kazuya Kazuyuki Keigo Keiichi Keiji Keiko Keisuke Keita Kenichi Kenji Kenjiro Kensuke Kenta Kenzaburo Kenzo Kichisaburo
Kiichi Kiichiro Kimiko Kiyoko Kiyoshi Koichi Koichiro Koizumi Koji Kota Kotaro Kunihiko Kyoko Kyosuke Maki Makoto Mamoru Mariko Masaaki
Masahiko Masahiro Masaki Masako Masami Masanori Masao Masaru Masashi Masato Masatoshi Masayoshi Masayuki Michiko Midori Mieko Mikio Miki
Minoru Mitsuo Mitsuko Miyuki Momoko Morihiro Motohiro Munenori Mutsuhito Naohiro Naoki Naoko Naomi Naoto Naoya Natsuki Natsume Natsuo
Nobuhiko Nobuhito Nobuko Nobunaga Nobuo Nobusuke Nobuyuki Noboru Noriko Noriyuki Osamu Renho Rei Reiko Ren Rikako Riku Rui Ryo Ryoichi Ryoji
Ryosuke Ryota Ryotaro Ryuichi Ryutaro Sachiko Sadaharu Sadakazu Sakura Saori Satoko Satoru Satoshi Satsuki Sayaka Seiichi Seiji Seiko
Shigeki Shigeo Shigeru Shingo Shinichi Shinji Shinjiro Shinsuke Shintaro Shinya Shinzo Shiori Shiro Shizuka Shohei Shoichi Shoji Shota
Shozo Shuichi Shuji Shun Shunichi Sosuke Sota Sousuke Sumiko Susumu Tadao Tadashi Taichi Takafumi Takahiro Takako Takao Takashi Takayuki
Takeo Takeru Takeshi Takuma Takumi Takuya Tamaki Tanzan  Taro Tatsuo Tatsuya Tetsuo Tetsuro Tetsuya Tokugawa Tomiichi Tomoaki Tomohiro
Tomoko Tomomi Tomoya Toru Toshiaki Toshihiko Toshihiro Toshiki Toshiko Toshimitsu Toshio Toshiro Toshiyuki Tsuneo Tsutomu Tsuyoshi Wataru
Yasuhiko Yasuhiro Yasuko Yasunari Yasuo Yasushi Yohei Yoichi Yoji Yoko Yoshiaki Yoshihiko Yoshihide Yoshihiro Yoshihito Yoshiki Yoshiko Yoshimasa
Yoshinobu Yoshinori Yoshio Yoshiro Yoshitaka Yoshito Yoshiyuki Yosuke Yota Yudai Yuichi Yuichiro Yuji Yuka Yukari Yukichi Yukihiro
Yukiko Yukio Yuko Yuma Yumi Yumiko Yuriko Yusuke Yuta Yutaka Yuto Zenko 
Abhisit Agus Airlangga Amien Ananda Anies Anutin Aung Bacharuddin Bambang Bongbong Budi Budiono Chavalit Chuan Corazon Diosdado Djuanda
Dwi Emilio Endang Eko Erap Ferdinand Fidel Ganjar Gloria Hatta Hun Imelda Joko Joseph Kem Khieu Leni Luhut Mahathir Megawati
Muhyiddin Najib Nuon Ong Panglima Plaek Prabowo Prayut Pridi Puan Ramon Retno Rodrigo Samak Sanoe Sein Sihanouk Soekarno Somchai Sri Srettha
Suharto Sukarno Surayud Surin Susilo Suwardi Thaksin Than Thanin Thein Tri Try Tunku Wan Win Wiranto Yingluck Yudhoyono Yusof Zulkifli
Aaliyah Abebe Abena Abiola Abiy Achieng Ade Adebayo Adewale Adaeze Afua Agathe Akinwumi Akosua Akua Alassane Amadou Amara Ama Aminata
Ayo Ayodele Babatunde Baleka Bakary Bamanga Banda Bediako Blaise Bola Boubacar Bukola Catherine Cheikh Chiamaka Chidi Chidinma Chika
Chimamanda Chinedu Chinua Chioma Cyril Demba Denis Ekow Emeka Emmerson Fela Femi Folake Folasade Funmilayo Funke Gbenga Goodluck
Grace Haile Hailemariam Hage Ibukun Idrissa Ifeanyi Ikechukwu Isaias Isatou Jakaya Jomo Joaquim Kagiso Kwabena Kwadwo Kwaku Kwame Kwasi
Kweku Kofi Kojo Laurent-Desire Lindiwe Macky Mamadou Mangosuthu Mariam Mathieu Mbali Melaku Meles Milton Moussa Mpho Mswati Mwai Mzee
Naledi Nana Nelson Ngozi Nkosazana Nkosana Nkechi Nnamdi Nomvula Nosipho Nuhu Obafemi Obinna Oby Odinga Ogechi Olabisi Olusegun Oluwaseun
Olumide Omotola Onyeka Ousmane Oumar Patrice Pravin Raila Robert Sadio Saara Sahle Salva Samora Sani Seretse Sello Sembene Seydou Shehu Sibusiso Simba
Sipho Solomon Souleymane Sylvanus Tafari Temitope Tendai Thabo Thandiwe Themba Tinubu Titilayo Tokyo Tunde Uche Uhuru Umaru Usman Wangari
Winnie Wole Yakubu Yemi Yemisi Yoweri Zainab Zodwa Zweli
)";

// English words, months, places and first words of bodies among given names.
constexpr std::string_view kDoubtful = R"(
Alpha Amber America April Art August Austin Autumn Bill Blue Brook Brooklyn Carolina Chad Chance Charity Charlotte Chase China Christian
Cliff Crystal Dakota Dallas Dawn Dean Destiny Diamond Drew Earl Eden Faith Florence Ford Forest Frank Gene Georgia Ginger Grant Guy
Happy Harmony Harmon Heath Heaven Holly Homer Hope Houston Hunter India Iris Israel Ivory Ivy Jackson Jade Jasmine Jersey Job Jordan Journey Joy June
Justice Kenya King Lance Lane Laurel Lexington Liberty Lincoln Lily London Love Mack Madison Major Mark Marine Mason May Melody
Mercedes Mercy Merit Miles Mission Montana Nevada Ocean Olive Opal Orlando Page Paris Patience Peace Penny Phoenix Pierce Poppy
Precious Price Prince Princess Queen Rain Raven Ray Reed Rich River Rob Robin Rocky Roman Rose Ruby Rusty Sage Sandy Sierra Sky Smith
Star Sterling Stone Storm Summer Sun Sunny Sydney Tiger Trinity Troy Van Victoria Violet Virginia Wade Ward Washington West Will
Willow Winter Young Salmon Sultan Sheikh Imam Raja Mufti Israel Santa San Santos Cruz Trinidad Salvador Florida Samoa Grenada Jamaica
Aurora Athena Apollo Atlas Titan Orion Nova Luna Sol Cosmo Zen Cambridge Oxford Amazon Claude Sora Gemini Gaza Aden Tripoli Lima Quito Lyon
Nancy Bremen Kent Devon Essex Chester Lancaster Denver Marshall Colon Clay Newton Rutherford Newport Lourdes Cordoba Lafayette Lorraine Odessa
Pearl Coral Hazel Holland Chelsea Regina Helena Adelaide Alexandria Savannah Jackson Pierre Olympia Montgomery Columbia Lansing Salem Boris
Sari Can Mali Dora Bora Ada Art Era Sun Star Max Deep Mira Nova Ion Rust Ruby Julia Perl Swift Java Pascal Darwin Watson Nano
)";

// Family names that say "a person" even after a given name that is not in the lists.
constexpr std::string_view kFamily = R"(
Abbott Abe Abrams Acosta Adams Addams Adenauer Agnew Aguilar Aguirre Ahern Ahmadinejad Albright Alito Allende Alvarez Amin Anders Andersen
Anderson Andrade Andreotti Andrews Annan Arafat Aragon Arias Armstrong Arnold Arroyo Arthur Ashcroft Asquith Assad Astor Ataturk Atkinson Attlee
Ayala Aylwin Aznar Babbage Bachelet Bailey Baker Baldwin Balfour Balladur Balkenende Ballard Banerjee Bannon Barak Barber Barker Barnes Barnett
Barr Barre Barrett Barroso Barry Bartlett Barton Bates Batista Bauer Bayrou Becker Begin Bell Ben-Gurion Benes Benitez Bennett Bentsen
Bergman Berlinguer Berlusconi Bernardes Bernstein Berry Bevan Bhutto Biden Bildt Bishop Bismarck Black Blackburn Blair Blake Blanco Bloomberg
Blum Blumenthal Boehner Bolivar Bolsonaro Bolton Bonaparte Bond Booth Borden Borges Bosch Bossi Botha Bowen Bowman Boyd Bradley Brady Brandt
Branson Brennan Brewer Breyer Brezhnev Briand Bright Brooks Brown Brownback Bruton Bryan Bryant Brzezinski Buchanan Bukharin Burke Burnett
Burns Burr Burton Bush Buttigieg Byrd Byrne Caballero Cabrera Calderon Caldwell Calhoun Callaghan Cameron Campbell Campos Cantor Cardenas
Cardoso Carlson Carnegie Carney Carpenter Carr Carrasco Carrillo Carroll Carson Carter Carvalho Castillo Castle Castro Cavaco Chamberlain
Chambers Chan Chandler Chapman Chatterjee Chaudhry Chavez Cheney Chernomyrdin Childs Chirac Chomsky Christensen Christie Churchill Clarke
Clegg Clemenceau Cleveland Clifford Clinton Cohen Colbert Coleman Colfax Collins Conte Cook Coolidge Cooper Corbyn Cornyn Cortez Costa Costello Cox Craig
Craxi Crawford Cresson Cripps Cromwell Crosby Cruz Cuomo Curtin Curtis Cunningham Curzon D'Alema D'Estaing Daladier Daley Daniels Danton Darling
Davies Davis Davidson Dawson Dayan Debre Delgado Delors DeSantis Devaux Dewey Diaz Dickson Diefenbaker Disraeli Dixon Dodd Dole Dominguez Douglas
Douglass Doyle Dubcek Duda Duarte Dudley Dukakis Duke Dulles Duncan Duncan Dunn Duterte Eastman Ebert Ecevit Eden Edwards Eisenhower Ellis
Ellison Emanuel Engels Erdogan Erhard Ernst Escobar Espinosa Estrada Evans Evatt Fabius Falwell Farrell Faulkner Feingold Feinstein Ferguson
Fernandes Fernandez Ferrari Ferreira Ferry Fillon Fillmore Fischer Fisher Fitzgerald Fitzpatrick Fleming Fletcher Flores Flynn Foley Fonseca Foot
Foote Forbes Foster Fowler Fox Franco Frank Fraser Frazier Freeman Fremont Friedman Frist Fuentes Fujimori Fukuda Fuller Gaddafi Gallagher
Galloway Gandhi Garcia Gardner Garfield Garner Garrett Garza Gates Gaulle Gaitskell Gaviria George Gephardt Gibbs Gibson Gilbert Gillard Gillibrand
Gilmore Gingrich Ginsburg Giscard Giuliani Gladstone Goebbels Goering Goldberg Goldstein Goldwater Gomes Gomez Gomulka Gonzales Gonzalez Gorbachev
Gordon Gore Gorsuch Graham Gramsci Granholm Gray Greene Greenspan Greer Gregory Griffin Griffith Griffiths Grillo Gromyko Gross Grotius Guevara
Gutierrez Guterres Guzman Habermas Hague Haig Hale Haley Hall Halonen Hamilton Hamlin Hammond Hansen Hanson Harding Hardy Harper Harrington Harris
Harrison Hart Harvey Hassan Hastert Hastings Hatch Havel Hawke Hawkins Hawley Hayes Haynes Heath Heinemann Henderson Hendricks Henry Hernandez Herrera
Herriot Herzog Heseltine Hess Heuss Hewitt Higgins Himmler Hindenburg Hinton Hirsch Hitler Hobbes Hodges Hoffman Hoffmann Hogan Holbrooke Holland
Hollande Holmes Holt Honecker Hoover Hopkins Horthy Houston Howard Howe Howell Hubbard Huber Huckabee Hudson Huerta Hughes Humphrey Hunt Hurd Hussein
Hutchinson Huxley Ibanez Ibarra Iglesias Ignatieff Inouye Irving Jackson Jacobs Jacobsen Jacobson Jagan James Janssen Jaruzelski Jaures Jayawardene
Jefferson Jenkins Jennings Jensen Jimenez Jindal Jinnah Johansson Johnson Johnston Jones Jordan Joseph Jospin Juarez Juncker Juppe Kabila Kaczynski
Kagan Kaine Kaplan Karzai Kasich Kaufman Kavanaugh Keating Keller Kelley Kellogg Kelly Kemp Kennan Kennedy Kenyatta Kerensky Kerry Keynes Khan
Khomeini Khrushchev Kim Kincaid King Kinnock Kirchner Kissinger Klaus Klein Knight Knox Kohl Kosygin Kravchuk Kreisky Krugman Kruger Kuchma Kuznetsov
Kwasniewski Lacalle Lafontaine Lagarde Lambert Lang Lansing Lara Larsen Larson Lasalle Laval Lavrov Lawrence Lawson Layton Leahy LeBlanc Lecanuet
Lefebvre Lenin Leon Lester Levi Levin Levine Lewinsky Lewis Lieberman Lincoln Lindsay Lippmann Livingstone Lloyd Lodge Lopes Lopez Lott Lubbers
Lugar Lukashenko Lumumba Luxemburg Lynch Lyons MacArthur Macdonald MacDonald Macmillan Macron Madero Madison Maduro Malcolm Maldonado Malone Mandela
Manning Mao Marcos Markey Markov Marks Marquez Marsh Marshall Martinez Martins Marx Masaryk Mason Mathews Matteotti Matthews Maxwell Mazowiecki Mbeki
McAuliffe McCain McCarthy McCaskill McClellan McConnell McCormick McCoy McDonald McGovern McGrath McGuinness McKenna McKenzie McKinley McLaughlin McMahon McNamara
Medina Medvedev Meir Mejia Melenchon Mellon Mendes Mendez Mendoza Menem Menzies Merkel Merz Meyer Meyers Mikoyan Milei Miliband Mill Miller Mills Milosevic
Minh Mitchell Mitsotakis Mitterrand Mkapa Modi Modrow Mohamed Moi Molina Mollet Molotov Mondale Monnet Monroe Montgomery Monti Moore Morales Moran Moreno
Morgan Morgenthau Moro Morris Morrison Morse Morton Moss Mubarak Mueller Mugabe Muhammad Mulroney Muller Munoz Murdoch Murkowski Murphy Murray Museveni Mussolini
Myers Nader Nagy Nash Nasser Navarro Nehru Nelson Netanyahu Newman Newsom Newton Nguyen Nichols Nicholson Nielsen Nietzsche Nixon Nkrumah Nobel Noriega
Norris Novak Nunez Nunn Nyerere O'Brien O'Connor O'Donnell O'Malley O'Neill O'Reilly O'Rourke Obama Obasanjo Obrador Oliveira Olsen Olson Oppenheimer Orban
Ortega Ortiz Orwell Osborne Owens Ozal Pacheco Padilla Paine Palin Palmer Palmerston Pankhurst Papandreou Pappas Parker Parnell Parsons Pascal Pastor
Patel Patterson Patton Paulson Payne Peel Pelosi Pena Pence Perez Perkins Perot Perry Persson Petersen Peterson Petrov Peters Phillips Pierce Pinochet
Pitt Plekhanov Podgorny Poincare Poggio Polk Pompeo Pompidou Popov Poroshenko Porter Powell Powers Prescott Price Primakov Prodi Pugh Putin Quayle Quinn
Rabin Rajoy Ramaphosa Ramirez Ramos Ramsey Rankin Rao Rasmussen Rawls Reagan Reed Rees-Mogg Rehnquist Reid Renzi Reyes Reynolds Rhodes Ribeiro
Rice Richards Richardson Richter Riley Rios Rivera Roberts Robertson Robinson Rocard Rockefeller Rodgers Rodriguez Rogers Rojas Romero Romney Roosevelt Rosario
Rosenberg Ross Rossi Rothschild Rouhani Rousseau Rousseff Rowe Rowland Rubio Rudd Ruiz Rumsfeld Russell Russo Rutte Ryan Sadat Saddam Salazar
Salvini Samuelson Sanchez Sanders Sandoval Santorum Santos Sarkozy Sartre Sato Saunders Scalia Schiff Schmidt Schneider Schroeder Schroder Schultz Schulz Schumacher
Schumer Schumpeter Schuman Schuster Schwartz Schwarzenegger Scott Serrano Sessions Seward Shapiro Sharon Sharp Sharpe Shaw Sherman Shevardnadze Shultz Silva Simmons
Simon Simpson Sinclair Singh Sisulu Smith Snowden Snyder Soares Solis Solzhenitsyn Soros Sotomayor Sousa Souza Spencer Spinola Stalin Stanton Stark
Starmer Stein Steinberg Steinmeier Stephens Stevens Stevenson Stewart Stoltenberg Stone Strauss Stresemann Stroessner Suarez Sullivan Sumner Sunak
Sutherland Sutton Sweeney Symington Taft Takeshita Talleyrand Tanaka Taylor Tejada Thatcher Thomas Thompson Thomson Thorpe Thurmond Tillerson Timoshenko
Tito Tocqueville Todd Toledo Torres Townsend Trotsky Trudeau Truman Trump Truss Tsipras Tucker Turnbull Turner Tusk Tutu Tyler Udall Ulbricht Underwood
Urban Uribe Valdez Valencia Vallance Vance Vandenberg Varga Vargas Vasquez Vaughn Vazquez Vega Velasquez Veltroni Venizelos Ventura Verhofstadt Videla Villa Villepin
Voltaire Vorster Waldheim Walesa Walker Wallace Walpole Walsh Walters Walz Warner Warren Washington Watkins Watson Weaver Webb Weber Webster Weinberger
Weiss Welch Wells Werner West Wheeler Whitaker White Whitlam Whitmer Wilberforce Wilcox Wilkins Wilkinson Williams Williamson Willkie Wilson Winters Wolf Wolfe
Wolff Wolfowitz Woods Woodward Wright Wyatt Wyden Yanukovych Yates Yeltsin York Young Yushchenko Zapatero Zapata Zedillo Zelaya Zelensky Zelenskyy Zhirinovsky
Zhivkov Zimmerman Zinoviev Zuma Zyuganov Agarwal Aggarwal Agrawal Ambani Adani Bose Chopra Das Desai Deshmukh Dutta Gadkari Ghosh Goyal Gupta Iyer Jain Jha Joshi Kapoor
Kapur Kaur Kejriwal Khanna Kohli Malhotra Mehta Menon Mishra Mittal Mukherjee Murthy Nadella Naidu Nair Narayanan Pandey Patil Pichai Pillai Rajapaksa Ramaswami Rathore Reddy Roy
Saxena Sengupta Shah Sharma Shastri Shetty Shukla Singhania Sinha Srinivasan Subramaniam Sundaram Tata Thakur Tharoor Thackeray Tiwari Trivedi Upadhyay Vajpayee Varma
Verma Wickremesinghe Yadav Abbas Abdullah Ahmed Akhtar Ansari Aziz Bakr Chowdhury Farooqi Haider Haq Hariri Hashmi Hosseini Huda Hussain Iqbal Jumblatt Karim Karami Khamenei
Khalil Khatami Mahmood Malik Mansour Masood Mirza Mohammadi Mousavi Musharraf Najibullah Qureshi Raisi Rafsanjani Rahman Rashid Rehman Saeed Saleh Salman Sharif Siddiqui Sistani Zardari
Zarif Ziaul Fujita Fukuyama Hasegawa Hashimoto Hatoyama Hayashi Honda Ishiba Ishihara Ito Kaifu Kan Kato Kishi Kishida Kobayashi Koike Kono Matsumoto Matsuda Miki
Miyazawa Mori Murayama Nakamura Nakasone Noda Obuchi Ogawa Ohira Okada Ozawa Saito Sasaki Suga Suzuki Takahashi Takaichi Tojo Tokuda Ueda Uno Watanabe Yamada Yamaguchi Yamamoto Yoshida
)";

// "Li Qiang", "Kim Jong-un", "Nguyen Phu Trong".
constexpr std::string_view kEastAsian = R"(
Ai An Bai Bao Bi Bian Bo Bu Cai Cao Cen Chai Chang Chao Che Chen Cheng Chi Chiang Chou Chow Chu Cui Dai Deng Ding Dong Dou Du Duan Fan Fang Fei Feng Fong Fu Gan Gao
Ge Geng Gong Gu Guan Gui Guo Han Hao He Ho Hong Hou Hsiao Hsieh Hsu Hu Hua Huang Hui Hung Huo Ji Jia Jiang Jiao Jin Jing Ju Kang Ke Kong Koo Kuang Kuo Kwan
Kwok Lai Lam Lan Lang Lau Lei Leng Leung Li Lian Liang Liao Lien Lin Ling Liu Lo Long Lou Lu Luo Lyu Ma Mao Mei Meng Mi Miao Ming Mo Mu Ng Ni Nie Ning Niu Ou Ouyang Pan
Pang Pei Peng Pi Pu Qi Qian Qiang Qiao Qin Qiu Qu Quan Ran Ren Rong Ruan Rui Shan Shang Shao She Shen Sheng Shi Shu Shui Sima Situ Song Soong Su Sui Sun Szeto Tai Tan Tang Tao
Teng Tian Tie Tong Tsai Tsang Tse Tseng Tu Wan Wang Wei Wen Weng Wong Wu Xi Xia Xian Xiang Xiao Xie Xin Xing Xiong Xu Xuan Xue Yan Yang Yao Ye Yeh Yi Yin Ying Yip You Yu Yuan
Yue Yun Zang Zeng Zha Zhai Zhan Zhang Zhao Zhen Zheng Zhong Zhou Zhu Zhuang Zhuo Zong Zou Zuo
Kim Lee Yi Rhee Park Pak Choi Choe Jeong Chung Jung Kang Gang Cho Jo Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh Shin Sin Kwon Gwon Hwang Ahn Song Ryu Yoo Yu Hong Jeon Chun Jun Ko Go Moon Mun Son Sohn
Yang Bae Paik Baek Heo Huh Nam Shim Sim Noh Roh No Ha Kwak Gwak Sung Seong Cha Joo Ju Woo Koo Gu Ra Na Min Jin Ji Um Eom Chae Won Cheon Bang Gong Hyun Ham Byun Yeom Yeo Choo Chu Do So Seok Sun Seol Ma Gil Yeon Wi
Pyo Myung Ki Ban Ok Hyon Ri Thae
Nguyen Tran Le Pham Huynh Hoang Phan Vu Vo Dang Bui Do Ngo Duong Ly Truong Dinh Trinh Luong Mai Trong Phung To Vuong
)";

constexpr std::string_view kGivenAll[] = {kGiven, kGivenSouth, kGivenEast, kGivenSouthEast};

}  // namespace

std::span<const std::string_view> GivenNames() { return kGivenAll; }
std::string_view DoubtfulGivenNames() { return kDoubtful; }
std::string_view FamilyNames() { return kFamily; }
std::string_view EastAsianFamilyNames() { return kEastAsian; }

}  // namespace tocsin
